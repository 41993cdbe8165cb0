const TYPE_XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Gives bytes to the user as a downloaded file of that name. */
export function telecharger(octets: Uint8Array, nom: string): void {
  const url = URL.createObjectURL(new Blob([octets.slice()], { type: TYPE_XLSX }))
  const lien = document.createElement('a')
  lien.href = url
  lien.download = nom
  lien.click()
  // The browser reads the address after the click: it must outlive it.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
}
