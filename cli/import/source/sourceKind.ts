import {readdir, stat} from 'node:fs/promises'
import {resolve} from 'node:path'

import {CliError} from '../../CliError.ts'

/** What is imported. */
export type SourceKind =
  /** NDJSON files, or folders of them. */
  | {kind: 'documents'}
  | {kind: 'archive'}
  /** One text file: a page, a list of groups, a calendar. */
  | {kind: 'file'; path: string}
  | {kind: 'folder'; path: string}
  | {
      kind: 'repository'
      url: string
      /** A branch, and a folder in it, from the address of the folder's page. */
      branch?: string
      folder?: string
    }
  | {kind: 'page'; url: string}

const forges = /^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)$/i

/**
 * Returns what a source is, from its name and from what is in the folder.
 *
 * @param folder - where relative paths start
 * @throws CliError for an address that is not https, and for a path that does not exist
 */
export async function sourceKind(source: string, folder: string): Promise<SourceKind> {
  if (/^[a-z][a-z0-9+.-]*:/i.test(source) && !/^[a-z]:[\\/]/i.test(source))
    return addressKind(source)
  if (/^[\w.-]+@[\w.-]+:/.test(source)) throw notHttps(source)
  if (/\.t(?:ar\.)?gz$/i.test(source)) return {kind: 'archive'}
  const path = resolve(folder, source)
  const entry = await stat(path).catch(() => undefined)
  if (!entry) {
    throw new CliError('bad-input', `${source} does not exist. Check the path or the address.`)
  }
  if (!entry.isDirectory()) {
    return /\.(?:ndjson|jsonl|json)$/i.test(source) || !isText(source)
      ? {kind: 'documents'}
      : {kind: 'file', path}
  }
  const names = await readdir(path)
  return names.some((name) => name.endsWith('.ndjson'))
    ? {kind: 'documents'}
    : {kind: 'folder', path}
}

/** Names of files that a reader may accept. */
export function isText(name: string): boolean {
  return /\.(?:md|mdx|markdown|mkd|ya?ml|toml|ics|ical)$/i.test(name)
}

function addressKind(source: string): SourceKind {
  // Calendar programs write the scheme of a feed in this way.
  const url = URL.parse(source.replace(/^webcal:/i, 'https:'))
  if (url?.protocol !== 'https:') throw notHttps(source)
  if (url.username !== '' || url.password !== '') {
    throw new CliError(
      'usage',
      'The address contains a user name or a password. Clone the repository yourself, and import its folder.',
    )
  }
  const segments = url.pathname.split('/').filter((segment) => segment !== '')
  const [owner, name, tree, branch, ...rest] = segments
  if (/^github\.com$/i.test(url.hostname) && tree === 'tree' && branch !== undefined) {
    const repository = `https://github.com/${owner}/${name}`
    return {
      kind: 'repository',
      url: repository,
      branch,
      folder: rest.map(decodeURIComponent).join('/'),
    }
  }
  const isRepository =
    /\.git\/?$/i.test(url.pathname) || (forges.test(url.hostname) && segments.length === 2)
  return isRepository ? {kind: 'repository', url: url.href} : {kind: 'page', url: url.href}
}

function notHttps(source: string): CliError {
  return new CliError(
    'usage',
    `"${source}" is not an https: address. Use https:, or a folder on this machine.`,
  )
}
