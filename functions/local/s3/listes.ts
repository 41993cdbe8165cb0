import { isMarker, type ObjectIndex, type StoredVersion } from './magasin.ts'

export const escapeXml = (text: string): string =>
  text.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Keys are given as they are or, on demand, encoded as in an address. */
const keyElement = (key: string, encoded: boolean): string =>
  `<Key>${escapeXml(encoded ? encodeURIComponent(key) : key)}</Key>`

/** ListObjectVersions: newest first within a key, as S3 gives them. */
export function versionListing(objects: ObjectIndex[]): string {
  const entries = objects.flatMap(({ key, versions }) =>
    versions.toReversed().map((version, rank) => {
      const tag = isMarker(version) ? 'DeleteMarker' : 'Version'
      const size = isMarker(version) ? '' : `<Size>${version.size}</Size>`
      const state = `<IsLatest>${rank === 0}</IsLatest><LastModified>${version.at}</LastModified>`
      return `<${tag}>${keyElement(key, false)}<VersionId>${version.id}</VersionId>${state}${size}</${tag}>`
    }),
  )
  return `<ListVersionsResult><IsTruncated>false</IsTruncated>${entries.join('')}</ListVersionsResult>`
}

/** ListObjectsV2, one page of at most 1000 keys. */
export function objectListing(objects: ObjectIndex[], query: URLSearchParams): string {
  const encoded = query.get('encoding-type') === 'url'
  const limit = Math.min(Number(query.get('max-keys') ?? '1000'), 1000)
  const token = query.get('continuation-token')
  const after = token === null ? query.get('start-after') : Buffer.from(token, 'base64url').toString()
  const live = objects.flatMap(({ key, versions }): { key: string; version: StoredVersion }[] => {
    const version = versions.at(-1)
    const listed = version !== undefined && !isMarker(version) && (after === null || key > after)
    return listed ? [{ key, version }] : []
  })
  const page = live.slice(0, limit)
  const last = page.at(-1)
  const truncated = live.length > page.length && last !== undefined
  const next = truncated
    ? `<NextContinuationToken>${Buffer.from(last.key).toString('base64url')}</NextContinuationToken>`
    : ''
  const entries = page.map(
    ({ key, version }) =>
      `<Contents>${keyElement(key, encoded)}<LastModified>${version.at}</LastModified>` +
      `<ETag>&quot;${version.etag}&quot;</ETag><Size>${version.size}</Size></Contents>`,
  )
  return (
    `<ListBucketResult><KeyCount>${page.length}</KeyCount><IsTruncated>${truncated}</IsTruncated>` +
    `${encoded ? '<EncodingType>url</EncodingType>' : ''}${next}${entries.join('')}</ListBucketResult>`
  )
}
