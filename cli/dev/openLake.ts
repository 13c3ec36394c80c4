import {mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {createLake, type Lake} from '@touchpoints/lake'

import {CliError} from '../CliError.ts'
import {reasonOf} from '../reasonOf.ts'
import type {Settings} from './settings.ts'

/**
 * Opens the lake's file, and fills it from `content/*.ndjson` when it holds nothing yet.
 *
 * All files are imported or none: a seed that fails leaves the lake empty, and the next start tries again.
 *
 * @throws LakeError, ImportError, CliError
 */
export function openLake(settings: Settings, folder: string, say: (line: string) => void): Lake {
  const {dataFolder, projectId, dataset, historyDays} = settings
  makeFolder(dataFolder)
  const file = join(dataFolder, 'lake.db')
  const lake = createLake({
    file,
    projectId,
    dataset,
    ...(historyDays !== undefined && {historyDays}),
  })
  try {
    const count = lake.count()
    if (count > 0) {
      say(`Content Lake: ${file} holds ${count} documents`)
      return lake
    }
    const sources = readSources(join(folder, 'content'))
    if (sources.length === 0) {
      say(`Content Lake: ${file} is empty, and there is no content/*.ndjson to fill it from`)
      return lake
    }
    const seeded = lake.import(sources)
    say(`Content Lake: first start, ${seeded} documents seeded from content/*.ndjson into ${file}`)
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
      `The data folder ${folder} cannot be made (${reason}): TOUCHPOINTS_DATA sets another.`,
      {cause: error},
    )
  }
}

function readSources(folder: string): {file: string; text: string}[] {
  return listFolder(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .toSorted()
    .map((name) => ({
      file: join(basename(folder), name),
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
