import {execFile} from 'node:child_process'
import {promisify} from 'node:util'

/** The newest version of a package in the registry. */
export interface Published {
  version: string
  /** Ranges by name. */
  peers: Readonly<Record<string, string>>
}

export type PublishedResult =
  | {kind: 'found'; published: Published}
  /** The registry does not have the package. */
  | {kind: 'unknown'}
  | {kind: 'unreachable'; reason: string}

/** Looks up the newest version of a package. */
export type ViewPackage = (name: string) => Promise<PublishedResult>

const run = promisify(execFile)

/** Looks up packages with npm, which knows the project's registry and its login. */
export function npmView(folder: string): ViewPackage {
  return async (name) => {
    const args = ['view', name, 'version', 'peerDependencies', '--json', '--fetch-retries=0']
    // Windows starts npm through its shell only.
    const options = {cwd: folder, timeout: 30_000, shell: process.platform === 'win32'}
    try {
      return readView((await run('npm', args, options)).stdout)
    } catch (error) {
      const output = `${Reflect.get(Object(error), 'stdout')}${Reflect.get(Object(error), 'stderr')}`
      if (/\bE404\b/.test(output)) return {kind: 'unknown'}
      const code = /\b(?:E[A-Z]{4,}|E\d{3})\b/.exec(output)?.[0] ?? 'npm failed'
      return {kind: 'unreachable', reason: code}
    }
  }
}

function readView(text: string): PublishedResult {
  const view: object = Object(JSON.parse(text))
  const version: unknown = Reflect.get(view, 'version')
  if (typeof version !== 'string') return {kind: 'unknown'}
  const entries = Object.entries(Object(Reflect.get(view, 'peerDependencies')))
  const peers = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return {kind: 'found', published: {version, peers: Object.fromEntries(peers)}}
}
