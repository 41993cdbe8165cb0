/** SHA-256 of the bytes, in lower-case hex. */
export async function sha256(octets: Uint8Array<ArrayBuffer>): Promise<string> {
  const somme = new Uint8Array(await crypto.subtle.digest('SHA-256', octets))
  return Array.from(somme, (octet) => octet.toString(16).padStart(2, '0')).join('')
}
