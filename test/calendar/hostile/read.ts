import {parseCalendar} from '../../../calendar/parseCalendar.ts'

/** The result of parsing a hostile feed, for a window around its good event. */
export interface Reading {
  ms: number
  /** `start/end` of each occurrence of the event with the UID `good`. */
  good: string[]
  occurrences: number
  problems: number
  /** Problems about a part of the text without a line or UID. */
  vague: string[]
  /** Whether Object.prototype has a new property. */
  polluted: boolean
}

/** Problems with these codes can be about the whole text. */
const wholeTextCodes = new Set(['empty', 'truncated', 'limit'])

export function read(text: string): Reading {
  const before = Object.getOwnPropertyNames(Object.prototype).length
  // Processor time of this process, because a busy machine is not a hostile feed.
  const began = process.cpuUsage()
  const calendar = parseCalendar(text)
  const result = calendar.between('2024-03-01T00:00:00Z', '2024-04-01T00:00:00Z')
  const spent = process.cpuUsage(began)
  const ms = (spent.user + spent.system) / 1000
  const problems = [...calendar.problems, ...result.problems]
  return {
    ms,
    good: result.occurrences
      .filter(({uid}) => uid === 'good')
      .map(({start, end}) => `${start}/${end}`),
    occurrences: result.occurrences.length,
    problems: problems.length,
    vague: problems
      .filter(
        ({line, uid, code}) => !wholeTextCodes.has(code) && line === undefined && uid === undefined,
      )
      .map(({message}) => message),
    polluted: Object.getOwnPropertyNames(Object.prototype).length !== before,
  }
}
