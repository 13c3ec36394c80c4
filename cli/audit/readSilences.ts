import {readFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import type {Silence} from '@touchpoints/calendar/audit'
import {isCalendarDate} from '@touchpoints/calendar/formats'

import {CliError} from '../CliError.ts'

/** The file in which findings are silenced, unless `--silences` names another. */
export const defaultSilencesFile = 'touchpoints.audit.json'

/**
 * Reads the silenced findings. Without a file there are none, unless the caller named the file.
 *
 * @param folder - where relative paths start
 * @throws CliError when the file is missing or has another format
 */
export async function readSilences(file: string | undefined, folder: string): Promise<Silence[]> {
  const name = file ?? defaultSilencesFile
  const text = await readFile(resolve(folder, name), 'utf8').catch(() => undefined)
  if (text === undefined) {
    if (file === undefined) return []
    throw new CliError('bad-input', `${name} does not exist. Check the path of the file.`)
  }
  const entries = parseJson(text)
  if (!Array.isArray(entries)) throw invalid(`${name} is not a list`)
  return entries.map((entry: unknown, index) => silenceOf(entry, `Entry ${index + 1} of ${name}`))
}

function silenceOf(entry: unknown, place: string): Silence {
  const fields = new Map<string, unknown>(Object.entries(Object(entry)))
  const [key, reason, until] = [fields.get('key'), fields.get('reason'), fields.get('until')]
  if (typeof key !== 'string' || key === '') throw invalid(`${place} has no key`)
  if (typeof reason !== 'string' || reason.trim() === '') throw invalid(`${place} has no reason`)
  if (until === undefined) return {key, reason}
  if (typeof until === 'string' && isCalendarDate(until)) return {key, reason, until}
  throw invalid(`${place} has an "until" that is not a date`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function invalid(what: string): CliError {
  return new CliError(
    'bad-input',
    `${what}. Expected JSON such as [{"key": "never-listed series-board", "reason": "Invitation only", "until": "2026-12-31"}].`,
  )
}
