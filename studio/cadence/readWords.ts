// Stands in for the reader of words until it is there.
import type {Cadence} from '@touchpoints/calendar/time'
export interface OpenQuestion {
  message: string
  choices: {label: string; words: string}[]
}
export type WordsReading =
  | {kind: 'cadence'; cadence: Cadence; doubts: OpenQuestion[]}
  | {kind: 'questions'; questions: OpenQuestion[]}
  | {kind: 'none'; reason: string}
export function readWords(_words: string, _options: {timeZone: string; now: string}): WordsReading {
  return {kind: 'none', reason: 'The words could not be read.'}
}
