import {readFile, realpath, rm} from 'node:fs/promises'
import {dirname, join, posix, sep} from 'node:path'

import {CliError} from '../../CliError.ts'
import {reportProblems} from '../../reportProblems.ts'
import {print, printError, type Shell} from '../../shell.ts'
import {writeAtomic} from '../writeAtomic.ts'
import {exportedListText, listName, type ExportedList} from './exportedList.ts'
import {fileContent, type FileContent} from './fileContent.ts'
import {planChanges, type Change} from './planChanges.ts'
import {changeTree, summaryOf} from './reportChanges.ts'
import type {SiteFiles} from './siteFiles.ts'

export interface WriteRequest {
  /** Absolute path of the site. */
  folder: string
  /** Name of the format in the list. */
  format: string
  list: ExportedList
  dryRun: boolean
  /** Writes nothing when a calendar could not be read. */
  strict: boolean
}

/**
 * Writes the files of an export into a site, and reports what changed. The last line is `changed=true` or
 * `changed=false`, for workflows.
 *
 * @throws CliError when `strict` forbids to write, or a path leads out of the site
 */
export async function writeSite(
  {files, sessionFolders, notes, problems, unread}: SiteFiles,
  {folder, format, list, dryRun, strict}: WriteRequest,
  shell: Shell,
): Promise<void> {
  reportProblems(problems, shell)
  if (strict && unread.length > 0) {
    throw new CliError(
      'bad-input',
      `Nothing was written, because events would be missing. Could not read: ${unread.join(', ')}. Run it again, or without --strict.`,
    )
  }
  const written = list.get(format) ?? new Map<string, string>()
  const current = await readCurrent(folder, [...files.keys(), ...written.keys()])
  const plan = planChanges({files, written, current})
  const listText = exportedListText(new Map([...list, [format, plan.written]]))
  if (dryRun) for (const line of changeTree(plan.changes)) print(shell, line)
  else await write(folder, plan.changes, listText)
  for (const change of plan.changes) {
    if (change.kind === 'kept') printError(shell, `! ${keptLine(change, {files, sessionFolders})}`)
  }
  for (const note of notes) print(shell, `\n${note}`)
  print(shell, `\n${summaryOf(plan.changes)}${dryRun ? ' (dry run: nothing was written)' : ''}`)
  print(shell, `changed=${plan.changes.some(isChange)}`)
}

function isChange({kind}: Change): boolean {
  return kind === 'new' || kind === 'changed' || kind === 'removed'
}

async function write(folder: string, changes: readonly Change[], listText: string): Promise<void> {
  for (const change of changes) {
    const file = join(folder, change.path)
    if (change.kind === 'removed') await rm(file, {force: true})
    if (change.kind === 'new' || change.kind === 'changed') await writeAtomic(file, change.text)
  }
  const list = join(folder, listName)
  if ((await readFile(list, 'utf8').catch(() => '')) !== listText) await writeAtomic(list, listText)
}

function keptLine(
  {path, reason}: Extract<Change, {kind: 'kept'}>,
  {files, sessionFolders}: Pick<SiteFiles, 'files' | 'sessionFolders'>,
): string {
  if (reason === 'foreign') {
    return `${path} was kept: it is the site's own file. Rename it to get the exported one.`
  }
  if (files.has(path)) {
    return `${path} was kept: it was edited after an export. Delete it to get the exported one.`
  }
  return sessionFolders.includes(posix.dirname(path))
    ? `${path} was kept: it was edited after an export. There is no longer a session of this name, so the page shows none. Delete it if you do not need it.`
    : `${path} was kept: it was edited after an export, which no longer writes it. Delete it if you do not need it.`
}

/** Returns the content of each file that exists. */
async function readCurrent(
  folder: string,
  paths: readonly string[],
): Promise<Map<string, FileContent>> {
  const current = new Map<string, FileContent>()
  const root = await realpath(folder).catch(() => undefined)
  if (root === undefined) return current
  const checked = new Set<string>()
  for (const path of new Set(paths)) {
    const parent = dirname(join(folder, path))
    if (!checked.has(parent)) await requireInside(root, parent)
    checked.add(parent)
    const bytes = await readFile(join(folder, path)).catch(() => undefined)
    if (bytes !== undefined) current.set(path, fileContent(bytes))
  }
  return current
}

/** Requires that a folder, or the nearest one above it that exists, is in the site, also behind symbolic links. */
async function requireInside(root: string, folder: string): Promise<void> {
  const real = await realpath(folder).catch(() => undefined)
  if (real === undefined) {
    if (dirname(folder) !== folder) await requireInside(root, dirname(folder))
    return
  }
  if (real === root || real.startsWith(root + sep)) return
  throw new CliError(
    'bad-input',
    `${folder} leads out of the site, to ${real}. The export writes within the site only.`,
  )
}
