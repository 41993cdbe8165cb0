/** What a file name may hold to be kept, sent as an attachment and saved on any system. */
export const NOM_FICHIER = /^[^\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]{1,200}$/u

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const XLSM = 'application/vnd.ms-excel.sheet.macroEnabled.12'

/** Media type of a workbook by its name. */
export function typeContenu(nomFichier: string): string {
  return /\.xlsm$/i.test(nomFichier) ? XLSM : XLSX
}

/** `Content-Disposition` of a download: an ASCII name for old readers, the real one by RFC 6266. */
export function contentDisposition(nomFichier: string): string {
  const simple = nomFichier
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
  const code = encodeURIComponent(nomFichier).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${simple || 'classeur.xlsx'}"; filename*=UTF-8''${code}`
}
