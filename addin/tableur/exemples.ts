/** The example workbooks that the build found beside the page (see vite.config.ts). */
export const EXEMPLES: readonly { fichier: string; titre: string }[] = __EXEMPLES__.map((fichier) => ({
  fichier,
  titre: fichier.replace(/\.xlsx$/, '').replaceAll('_', ' '),
}))
