import {reasonOf} from './reasonOf.ts'

const words = [
  [/\bENOSPC\b|database or disk is full|disk is full/, 'the disk is full. Free some space'],
  [/\bEDQUOT\b/, 'the quota of this user is used up. Free some space'],
  [/\bEROFS\b|readonly database/, 'the disk is read-only'],
  [/\bE(?:ACCES|PERM)\b/, 'this user may not write there. Change its permissions'],
  [/disk I\/O error/, 'the disk has an error, or has no space left'],
] as const

/**
 * Returns what keeps a program from writing and what to do, when that is the cause of an error. A library may have
 * wrapped the system's error, and says so in its message only.
 *
 * @example diskProblem(error) // 'the disk is full. Free some space'
 */
export function diskProblem(error: unknown): string | undefined {
  const reason = reasonOf(error)
  return words.find(([pattern]) => pattern.test(reason))?.[1]
}
