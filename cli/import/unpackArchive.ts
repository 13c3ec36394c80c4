import {createWriteStream} from 'node:fs'
import {pipeline} from 'node:stream/promises'
import {readTarGz} from '@touchpoints/lake/cli'

import {inputProblem} from './inputProblem.ts'
import type {ImportLimits} from './importLimits.ts'
import {type Refusal, throwRefusals} from './refusal.ts'
import {newFile} from './newFile.ts'

export interface UnpackOptions {
  /** An empty folder that only this import writes to. */
  folder: string
  limits: ImportLimits
  signal: AbortSignal
}

/**
 * Unpacks the regular files of a `.tar.gz` archive. Returns the file on disk for each path in the archive.
 *
 * No path of the archive reaches the disk: each file gets a name of its own, so nothing can climb out of
 * the folder or replace a file. Links and devices are refused.
 *
 * @throws CliError when an entry is refused, a limit is exceeded, or the archive is damaged
 */
export async function unpackArchive(
  archive: string,
  name: string,
  {folder, limits, signal}: UnpackOptions,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const refusals: Refusal[] = []
  try {
    for await (const entry of readTarGz(archive, {limits, signal})) {
      if (entry.kind === 'refused') {
        refusals.push({place: name, what: entry.path, why: entry.reason})
        continue
      }
      const file = await newFile(folder, entry.path)
      await pipeline(entry.body, createWriteStream(file, {flags: 'wx', mode: 0o600}))
      files.set(entry.path, file)
    }
  } catch (error) {
    throw inputProblem(name, error)
  }
  throwRefusals(refusals)
  return files
}
