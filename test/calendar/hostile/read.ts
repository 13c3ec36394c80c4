import {parseCalendar} from '../../../calendar/parseCalendar.ts'

/** What came of reading a hostile feed, for a window around its good event. */
export interface Reading {
  ms: number
  /** `start/end` of each occurrence of the event with the UID `good`. */
  good: string[]
  occurrences: number
  problems: number
  /** Problems that name neither a line nor a UID, though they are about a part of the text. */
  vague: string[]
  /** Object.prototype has something that it had not. */
  polluted: boolean
}

/** Problems of these codes can be about the text as a whole. */
const whole = new Set(['empty', 'truncated', 'limit'])

export function read(text: string): Reading {
  const before = Object.getOwnPropertyNames(Object.prototype).length
  // The processor time of this process, not the clock: a busy machine is not a hostile feed.
  const began = process.cpuUsage()
  const calendar = parseCalendar(text)
  const answer = calendar.between('2024-03-01T00:00:00Z', '2024-04-01T00:00:00Z')
  const spent = process.cpuUsage(began)
  const ms = (spent.user + spent.system) / 1000
  const problems = [...calendar.problems, ...answer.problems]
  return {
    ms,
    good: answer.occurrences
      .filter(({uid}) => uid === 'good')
      .map(({start, end}) => `${start}/${end}`),
    occurrences: answer.occurrences.length,
    problems: problems.length,
    vague: problems
      .filter(({line, uid, code}) => !whole.has(code) && line === undefined && uid === undefined)
      .map(({message}) => message),
    polluted: Object.getOwnPropertyNames(Object.prototype).length !== before,
  }
}
