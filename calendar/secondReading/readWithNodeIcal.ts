import {fork} from 'node:child_process'
import {existsSync} from 'node:fs'
import {extname} from 'node:path'
import {fileURLToPath} from 'node:url'

import {windowOf} from '../occurrences/window.ts'
import {limitsOf, requireOptions} from '../optionValues.ts'
import {ProblemList} from '../problemList.ts'
import {plainText} from '../text/plainText.ts'
import {prepareText} from '../text/prepareText.ts'
import type {ReadingJob, ReadingWindow, SecondReading, SecondReadingFault} from './secondReading.ts'
import {defaultSecondReadingLimits, type SecondReadingLimits} from './secondReadingLimits.ts'

/** Options of `readWithNodeIcal` and `compareReadings`. */
export interface SecondReadingOptions {
  /** Missing limits default to `defaultSecondReadingLimits`. */
  limits?: Partial<SecondReadingLimits>
}

const checks = {
  limits: limitsOf('the limits of the second reading', defaultSecondReadingLimits),
}

/** The sources are TypeScript and the published files JavaScript: the program is written as this file is. */
const program = new URL(`./nodeIcalProgram${extname(import.meta.url)}`, import.meta.url)

/** Returns the limits of a second reading. @throws RangeError for an option that does not exist */
export function secondReadingLimits(options: SecondReadingOptions): SecondReadingLimits {
  const {limits = {}} = options
  requireOptions('the second reading', options, checks)
  return {...defaultSecondReadingLimits, ...limits} satisfies SecondReadingLimits
}

/**
 * Reads a calendar with node-ical, and returns its occurrences in a window.
 *
 * node-ical is what many sites read calendars with. Its parser, its zones and its rules are its own, so its result
 * is a second opinion. It runs in a process of its own in UTC, as on most servers, with limits of size, time,
 * memory and number. The text never makes this function reject. It starts a process, so don't call it
 * while a visitor waits.
 *
 * @throws RangeError when the window is invalid, or for an option that does not exist
 * @example
 * const reading = await readWithNodeIcal(text, {from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'})
 * if (reading.state === 'read') console.log(reading.occurrences.length)
 */
export async function readWithNodeIcal(
  text: string,
  {from, to}: ReadingWindow,
  options: SecondReadingOptions = {},
): Promise<SecondReading> {
  const limits = secondReadingLimits(options)
  const {from: start, to: end} = windowOf(from, to, {})
  if (text.length > limits.characters) {
    return failed('too-large', `it has ${text.length} characters, ${limits.characters} at most`)
  }
  const events = countEvents(text)
  if (events > limits.components) {
    return failed('too-large', `it has ${events} events, ${limits.components} at most`)
  }
  const prepared = prepareText(text, limits, new ProblemList())
  // node-ical includes both ends, and compares dates with the host's days.
  const margin = 86_400_000
  const job = {
    text: prepared,
    from: start - margin,
    to: end + margin,
    occurrences: limits.occurrences,
  }
  const reading = await runProgram(job, limits)
  if (reading.state === 'failed') return reading
  const occurrences = reading.occurrences.filter((each) => {
    const [at, until] = [instantOf(each.start), instantOf(each.end)]
    return at < end && (until > start || at >= start)
  })
  return {...reading, occurrences}
}

/** Returns milliseconds since 1970. Dates and times without a zone are read as if they were in UTC. */
export function instantOf(time: string): number {
  return Date.parse(time.includes('T') && !time.endsWith('Z') ? `${time}Z` : time)
}

function countEvents(text: string): number {
  return text.match(/^BEGIN:VEVENT/gim)?.length ?? 0
}

function failed(fault: SecondReadingFault, reason: string): SecondReading {
  return {state: 'failed', fault, message: `node-ical did not read the calendar: ${reason}.`}
}

function runProgram(
  job: ReadingJob,
  {time, memory}: Pick<SecondReadingLimits, 'time' | 'memory'>,
): Promise<SecondReading> {
  const file = fileURLToPath(program)
  if (!existsSync(file)) {
    const reason = `its program ${file} is missing, probably because a bundler put the package into another file. Keep @touchpoints/calendar outside of the bundle`
    return Promise.resolve(failed('program-missing', reason))
  }
  const {SystemRoot} = process.env
  const child = fork(file, {
    execArgv: [`--max-old-space-size=${memory}`],
    // Nothing else of the environment is for a process that reads what strangers wrote. Windows needs SystemRoot.
    env: {TZ: 'UTC', ...(SystemRoot !== undefined && {SystemRoot})},
    // node-ical writes warnings to the console.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve) => {
    const end = (reading: SecondReading) => {
      clearTimeout(timer)
      child.removeAllListeners()
      // A message that was not delivered is an error event.
      child.on('error', () => {})
      child.kill('SIGKILL')
      resolve(reading)
    }
    const timer = setTimeout(
      () => end(failed('deadline-exceeded', `it took longer than ${time / 1000} s`)),
      time,
    )
    child.on('message', (reading: SecondReading) =>
      end(
        reading.state === 'failed' && reading.fault === 'unreadable'
          ? {
              ...reading,
              message: `node-ical cannot read the calendar: ${shortened(reading.message)}`,
            }
          : reading,
      ),
    )
    child.on('error', (error) => end(failed('crash', error.message)))
    child.on('exit', () =>
      end(failed('crash', `its process ended, probably because it needs more than ${memory} MB`)),
    )
    child.send(job)
  })
}

/** A message of node-ical quotes the line of the feed. */
function shortened(message: string): string {
  const text = plainText(message).replaceAll(/\s+/g, ' ').trim()
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
