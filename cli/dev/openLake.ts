import {readdirSync, readFileSync, rmSync} from 'node:fs'
import {join, relative} from 'node:path'
import {createLake, isLakeError, type Lake, type LakeOptions} from '@touchpoints/lake'
import {readRunningNote} from '@touchpoints/lake/cli'

import {CliError} from '../CliError.ts'
import {diskProblem} from '../diskProblem.ts'
import {makeFolder} from '../makeFolder.ts'
import {reasonOf} from '../reasonOf.ts'
import {importContent} from './importContent.ts'
import type {LakeAccess} from './lakeAccess.ts'
import type {Settings} from './settings.ts'

export interface OpenLakeOptions {
  /** Where the lake keeps its documents. Defaults to the disk. */
  place?: 'disk' | 'memory'
  /** Who can use it. Defaults to everyone on this machine. */
  access?: LakeAccess['options']
}

/**
 * Opens the lake's file, and imports the content folder's `*.ndjson` when it is empty.
 *
 * Imports all documents or none. A failed import leaves the lake empty, and the next start tries again.
 *
 * @throws LakeError, ImportError, CliError
 */
export async function openLake(
  settings: Settings,
  folder: string,
  log: (line: string) => void,
  {place = 'disk', access = {}}: OpenLakeOptions = {},
): Promise<Lake> {
  const {contentFolder} = settings
  const inMemory = place === 'memory'
  const shown = inMemory ? 'memory' : lakeFile(settings)
  const {projectId, dataset} = settings
  const lake = inMemory
    ? createLake({file: ':memory:', projectId, dataset, warn: log, ...access})
    : openLakeFile(settings, {warn: log, ...access})
  try {
    const count = lake.count()
    if (count > 0) {
      log(`Content Lake: ${shown} contains ${count} documents`)
      return lake
    }
    const content = relative(folder, contentFolder)
    const sources = readSources(contentFolder, content)
    if (sources.length === 0) {
      log(`Content Lake: ${shown} is empty, and there is no ${content}/*.ndjson to import`)
      return lake
    }
    const seeded = await importContent(lake, sources, {...settings, ...writeTokenOf(access)}, log)
    log(
      `Content Lake: ${inMemory ? '' : 'first start, '}imported ${seeded} documents from ${content}/*.ndjson into ${shown}`,
    )
    return lake
  } catch (error) {
    lake.close()
    throw (inMemory ? undefined : unwritable(settings.dataFolder, error)) ?? error
  }
}

/** An error of SQLite has no sentence for a person. */
function unwritable(dataFolder: string, cause: unknown): CliError | undefined {
  const problem = diskProblem(cause)
  if (!problem) return undefined
  const message = `Could not write to the data folder ${dataFolder}: ${problem}, or set TOUCHPOINTS_DATA to another folder. Then start again.`
  return new CliError('setting', message, {cause})
}

function writeTokenOf({tokens = []}: LakeAccess['options']): {writeToken?: string} {
  const writer = tokens.find(({role}) => role === 'write')
  return writer ? {writeToken: writer.token} : {}
}

/** The file of a project's lake. */
export function lakeFile({dataFolder}: Pick<Settings, 'dataFolder'>): string {
  return join(dataFolder, 'lake.db')
}

/** Removes the file of a project's lake, with what SQLite keeps beside it. */
export function removeLakeFile(settings: Pick<Settings, 'dataFolder'>): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${lakeFile(settings)}${suffix}`, {force: true})
}

/**
 * Opens the file of a project's lake, and creates it if it does not exist.
 *
 * @throws CliError that names the process that has the file open
 */
export function openLakeFile(
  settings: Settings,
  more: LakeAccess['options'] & Pick<LakeOptions, 'warn'> = {},
): Lake {
  const {dataFolder, projectId, dataset, historyDays, confirmedDate} = settings
  makeDataFolder(dataFolder)
  try {
    return createLake({
      file: lakeFile(settings),
      projectId,
      dataset,
      ...more,
      ...(historyDays !== undefined && {historyDays}),
      ...(confirmedDate !== undefined && {confirmedDate}),
    })
  } catch (error) {
    if (isLakeError(error) && error.code === 'file-locked') throw inUse(dataFolder, error)
    throw isLakeError(error) ? error : (unwritable(dataFolder, error) ?? error)
  }
}

function inUse(dataFolder: string, cause: unknown): CliError {
  const running = readRunningNote(dataFolder)
  const who = running
    ? `by the process ${running.pid}, which serves it at ${running.address}`
    : 'by another process'
  const message = `The data folder ${dataFolder} is in use ${who}. One process can use it. Stop that one, or set TOUCHPOINTS_DATA to another folder.`
  return new CliError('start-failed', message, {cause})
}

function makeDataFolder(folder: string) {
  try {
    makeFolder(folder)
  } catch (error) {
    const reason = reasonOf(error)
    throw new CliError(
      'setting',
      `Could not create the data folder ${folder} (${reason}). Set TOUCHPOINTS_DATA to another folder.`,
      {cause: error},
    )
  }
}

function readSources(folder: string, shown: string): {file: string; text: string}[] {
  return listFolder(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .toSorted()
    .map((name) => ({
      file: join(shown, name),
      text: readFileSync(join(folder, name), 'utf8'),
    }))
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
