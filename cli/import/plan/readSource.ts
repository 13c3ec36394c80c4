import {mkdtemp, realpath, rm} from 'node:fs/promises'
import {basename, join} from 'node:path'
import type {FeedFetch} from '@touchpoints/calendar/fetch'
import type {SourceFile} from '@touchpoints/importers/plan'

import {CliError} from '../../CliError.ts'
import {reasonOf} from '../../reasonOf.ts'
import type {Shell} from '../../shell.ts'
import type {ImportLimits} from '../importLimits.ts'
import {cloneRepository} from '../source/cloneRepository.ts'
import {collectFolder, readSource as readFile} from '../source/collectFolder.ts'
import type {CollectedFiles} from '../source/collectedFiles.ts'
import {fetchSource} from '../source/fetchSource.ts'
import {gitHistory} from '../source/gitHistory.ts'
import {repositoryBase} from '../source/repositoryBase.ts'
import {runGit} from '../source/runGit.ts'
import type {SourceKind} from '../source/sourceKind.ts'

export interface ReadOptions {
  /** As the user wrote it, for messages. */
  name: string
  /** Address of the folder or the page, used to resolve relative links. */
  base: string | undefined
  allowHosts: readonly string[]
  fetch: FeedFetch
  limits: ImportLimits
  temporaryFolder: string
  env: Shell['env']
  signal: AbortSignal
}

type PlannedKind = Exclude<SourceKind, {kind: 'documents' | 'archive'}>

/**
 * Reads the files of a source. With a history, each file has the date of its last change.
 *
 * @throws CliError when the source cannot be read or exceeds a limit
 */
export async function readSourceFiles(
  source: PlannedKind,
  options: ReadOptions,
): Promise<CollectedFiles> {
  switch (source.kind) {
    case 'page':
      return fetchSource(source.url, options)
    case 'file':
      return readPage(source.path, options)
    case 'folder':
      return readFolder(source.path, options)
    case 'repository': {
      const folder = await mkdtemp(join(options.temporaryFolder, 'touchpoints-clone-'))
      try {
        const {url, branch, folder: inside = ''} = source
        const clone = join(folder, 'repository')
        await cloneRepository(url, clone, {...options, ...(branch !== undefined && {branch})})
        return await readFolder(await folderInside(clone, inside), options)
      } finally {
        await rm(folder, {recursive: true, force: true})
      }
    }
  }
}

/** A link in a repository could lead out of it. */
async function folderInside(clone: string, inside: string): Promise<string> {
  const root = await realpath(clone)
  const folder = await realpath(join(root, inside)).catch(() => undefined)
  if (folder === root || folder?.startsWith(`${root}/`)) return folder
  throw new CliError('bad-input', `The repository has no folder ${inside}. Check the address.`)
}

async function readPage(path: string, {name, base, limits}: ReadOptions): Promise<CollectedFiles> {
  const read = await readFile(path, maxBytes(path, limits))
  if (read.kind === 'refused') throw new CliError('bad-input', `${name}: ${read.why}`)
  const file = {path: basename(path), text: read.text, ...(base !== undefined && {base})}
  return {files: [file], others: new Map(), refused: [], notes: []}
}

async function readFolder(folder: string, options: ReadOptions): Promise<CollectedFiles> {
  const {name, limits, env, signal} = options
  const collected = await collectFolder(folder, name, limits)
  const git = {env, signal}
  const isRepository = await runGit(['-C', folder, 'rev-parse', '--git-dir'], {
    ...git,
    protocols: [],
    timeout: 10_000,
  }).then(
    () => true,
    () => false,
  )
  const base = options.base ?? (isRepository ? await repositoryBase(folder, git) : undefined)
  const paths = collected.files.map(({path}) => path)
  const notes = [...collected.notes]
  const history = isRepository
    ? await gitHistory(folder, paths, {...git, timeout: limits.historyTime}).catch(
        (error: unknown) => {
          notes.push(
            `Its history could not be read, so the newest word is not known (${reasonOf(error)})`,
          )
          return new Map<string, string>()
        },
      )
    : new Map<string, string>()
  if (!isRepository) notes.push('It has no history, so the newest word is not known.')
  const [small, large] = partition(collected.files, limits)
  const files = small.map((file): SourceFile => {
    const changedOn = history.get(file.path)
    const address = base === undefined ? undefined : URL.parse(file.path, base)?.href
    return {
      ...file,
      ...(changedOn !== undefined && {changedOn}),
      ...(address !== undefined && {base: address}),
    }
  })
  const refused = large.map(({path, text}) => ({
    path,
    why: `It has ${text.length} characters, and the limit is ${limits.markdownBytes}. Split the page.`,
  }))
  return {...collected, files, refused: [...collected.refused, ...refused], notes}
}

function partition(
  files: readonly SourceFile[],
  limits: ImportLimits,
): [SourceFile[], SourceFile[]] {
  const isSmall = ({path, text}: SourceFile) => text.length <= maxBytes(path, limits)
  return [files.filter(isSmall), files.filter((file) => !isSmall(file))]
}

function maxBytes(path: string, {markdownBytes, sourceBytes}: ImportLimits): number {
  return /\.(?:md|mdx|markdown|mkd)$/i.test(path) ? markdownBytes : sourceBytes
}
