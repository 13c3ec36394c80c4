import {isAllowedHost} from '@touchpoints/calendar/fetch'

export type AssetType = 'image' | 'file'

/** Where an imported image or file comes from. */
export type AssetSource =
  | {kind: 'download'; type: AssetType; url: string}
  /** A file of the same archive, by its path beside the documents. */
  | {kind: 'packed'; type: AssetType; path: string}
  | {kind: 'refused'; why: string}

export interface AssetRules {
  /** Hosts that may be requested with `http:` or a private address. */
  allowHosts: readonly string[]
  /** Whether the documents come from an archive, which contains files. */
  inArchive: boolean
}

/**
 * Reads a reference to an image or a file, such as `image@https://example.org/a.png`. In an archive also
 * `image@file://./images/a.png`.
 */
export function assetSource(reference: unknown, rules: AssetRules): AssetSource {
  const [, type, address] =
    typeof reference === 'string' ? (/^(image|file)@(.+)$/s.exec(reference) ?? []) : []
  if ((type !== 'image' && type !== 'file') || address === undefined) {
    return refused('Expected `image@` or `file@`, followed by an https: address.')
  }
  if (/^file:/i.test(address)) return packedSource(type, address, rules)
  const why = addressProblem(address, rules.allowHosts)
  return why === undefined ? {kind: 'download', type, url: address} : refused(why)
}

/** Returns why an address is not requested, or undefined. Redirects pass the same check. */
export function addressProblem(address: string, allowHosts: readonly string[]): string | undefined {
  const url = URL.parse(address)
  if (!url) return 'It is not a valid address. Use an https: address.'
  if (url.username !== '' || url.password !== '') {
    return 'It contains a user name or password. Download the file, and import an archive that contains it.'
  }
  if (url.protocol === 'https:') return undefined
  if (url.protocol !== 'http:')
    return `Addresses with ${url.protocol} are not read. Use an https: address.`
  if (isAllowedHost(url, allowHosts)) return undefined
  return `http: is not encrypted. Use its https: address, or add --allow-host ${url.host} if you trust it.`
}

function packedSource(type: AssetType, address: string, {inArchive}: AssetRules): AssetSource {
  if (!inArchive) {
    return refused(
      'Files of this machine are read from an archive only. Import an archive (.tar.gz) that contains the file.',
    )
  }
  const path = /^file:\/\/\.\/(.+)$/s.exec(address)?.[1]
  const decoded = path === undefined ? undefined : decodePath(path)
  return decoded === undefined
    ? refused('Expected a file of the archive, such as image@file://./images/photo.png.')
    : {kind: 'packed', type, path: decoded}
}

function decodePath(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function refused(why: string): AssetSource {
  return {kind: 'refused', why}
}
