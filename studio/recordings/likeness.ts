import {normalTitle, titleSimilarity} from '@touchpoints/calendar/merge'

/** What of a session tells its recording. */
export interface SessionFacts {
  id: string
  title: string
  /** `YYYY-MM-DD`, on the clock of the session's zone. */
  date?: string | undefined
  /** Names, without moderators: they are in every session. */
  guests: readonly string[]
  series?: string | undefined
}

/** What of a recording tells its session. */
export interface RecordingFacts {
  id: string
  title?: string | undefined
  /** `YYYY-MM-DD` */
  date?: string | undefined
}

export interface Likeness {
  /** 0 to 1. */
  score: number
  /** In words for an editor, the strongest first. */
  reasons: string[]
}

/** Below this nothing is suggested: one weak sign, such as the same series, is no reason. */
export const suggestedFrom = 0.3

/**
 * How much speaks for a recording being the one of a session.
 *
 * Each sign counts for itself (1 − Π(1 − sign)): a title and a day that agree are surer than either.
 * Dates that contradict each other take half of it away and are told, as a date is easily mistyped.
 * The weights make a whole title surer than a day, and a day surer than a name; what they come to on
 * the sample content stands in test/studio/recordings/suggest.test.ts.
 */
export function likeness(recording: RecordingFacts, session: SessionFacts): Likeness {
  const signs = [
    titleSign(recording, session),
    dateSign(recording, session),
    ...guestSigns(recording, session),
    seriesSign(recording, session),
  ].filter((sign) => sign !== undefined)
  const contradiction = contradictionOf(recording, session)
  const whole = 1 - signs.reduce((left, {weight}) => left * (1 - weight), 1)
  return {
    score: contradiction === undefined ? whole : whole / 2,
    reasons: [
      ...signs.toSorted((a, b) => b.weight - a.weight).map(({reason}) => reason),
      ...(contradiction === undefined ? [] : [contradiction]),
    ],
  }
}

interface Sign {
  weight: number
  reason: string
}

function titleSign({title = ''}: RecordingFacts, session: SessionFacts): Sign | undefined {
  const alike = titleSimilarity(title, session.title)
  if (alike >= 0.85) return {weight: 0.9, reason: 'the same title'}
  // Titles of two sessions come to 0.52 at most in the sample content.
  return alike >= 0.55 ? {weight: alike * 0.7, reason: 'a similar title'} : undefined
}

function dateSign(recording: RecordingFacts, session: SessionFacts): Sign | undefined {
  const days = daysAfter(recording, session)
  if (days === undefined) return undefined
  if (days === 0) return {weight: 0.6, reason: 'the same day'}
  // A day early: it was past midnight in the session's zone. Days late: the date of the upload.
  if (days === -1) return {weight: 0.3, reason: distance(days)}
  return days > 0 && days <= 7 ? {weight: 0.45 - 0.02 * days, reason: distance(days)} : undefined
}

function contradictionOf(recording: RecordingFacts, session: SessionFacts): string | undefined {
  const days = daysAfter(recording, session)
  return days !== undefined && (days < -1 || days > 30) ? `but ${distance(days)}` : undefined
}

function guestSigns({title = ''}: RecordingFacts, {guests}: SessionFacts): Sign[] {
  const words = ` ${normalTitle(title)} `
  return guests.flatMap((name) => {
    const wanted = normalTitle(name)
    if (wanted === '' || !words.includes(` ${wanted} `)) return []
    // "Ana" alone may be anyone.
    return [{weight: wanted.includes(' ') ? 0.5 : 0.2, reason: `${name} in its title`}]
  })
}

function seriesSign({title = ''}: RecordingFacts, {series}: SessionFacts): Sign | undefined {
  const wanted = normalTitle(series ?? '')
  const named = wanted !== '' && ` ${normalTitle(title)} `.includes(` ${wanted} `)
  return named ? {weight: 0.15, reason: `${series} in its title`} : undefined
}

/** Days from the session to the recording. */
function daysAfter(recording: RecordingFacts, session: SessionFacts): number | undefined {
  const [recorded, held] = [recording.date, session.date].map((date) => Date.parse(date ?? ''))
  if (recorded === undefined || held === undefined) return undefined
  const days = Math.round((recorded - held) / 86_400_000)
  return Number.isNaN(days) ? undefined : days
}

function distance(days: number): string {
  const count = Math.abs(days)
  return `recorded ${count} ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`
}
