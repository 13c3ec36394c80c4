import {mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {createLake, type Lake} from '@touchpoints/lake'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import {importContent} from './importContent.ts'
import type {Settings} from './settings.ts'

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
): Promise<Lake> {
  const {contentFolder, dataFolder, projectId, dataset, historyDays, confirmedDate} = settings
  makeFolder(dataFolder)
  const file = join(dataFolder, 'lake.db')
  const lake = createLake({
    file,
    projectId,
    dataset,
    warn: log,
    ...(historyDays !== undefined && {historyDays}),
    ...(confirmedDate !== undefined && {confirmedDate}),
  })
  try {
    const count = lake.count()
    if (count > 0) {
      log(`Content Lake: ${file} contains ${count} documents`)
      return lake
    }
    const content = relative(folder, contentFolder)
    const sources = readSources(contentFolder, content)
    if (sources.length === 0) {
      log(`Content Lake: ${file} is empty, and there is no ${content}/*.ndjson to import`)
      return lake
    }
    const seeded = await importContent(lake, sources, settings, log)
    log(
      `Content Lake: first start, imported ${seeded} documents from ${content}/*.ndjson into ${file}`,
    )
    return lake
  } catch (error) {
    lake.close()
    throw error
  }
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, {recursive: true})
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
