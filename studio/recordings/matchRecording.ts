import {normalTitle, titleSimilarity} from '@touchpoints/calendar/merge'

/** The facts about a session that identify its recording. */
export interface SessionFacts {
  id: string
  title: string
  /** `YYYY-MM-DD` in the session's time zone. */
  date?: string | undefined
  /** Names, without moderators, because they are in each session. */
  guests: readonly string[]
  series?: string | undefined
}

/** The facts about a recording that identify its session. */
export interface RecordingFacts {
  id: string
  title?: string | undefined
  /** `YYYY-MM-DD` */
  date?: string | undefined
}

export interface RecordingMatch {
  /** 0 to 1. */
  score: number
  /** Reasons for an editor, strongest first. */
  reasons: string[]
}

/** The lowest score for a suggestion. One weak signal, such as the same series, stays below it. */
export const minScore = 0.3

/**
 * Scores how likely a recording is of a session.
 *
 * The signals are combined as independent (1 − Π(1 − weight)), so the same title and the same day score
 * higher than one of them. A date that contradicts halves the score and is one of the reasons, because a
 * date is easily mistyped. The same title weighs more than the same day, which weighs more than a name.
 * test/studio/recordings/suggest.test.ts measures the weights on the sample content.
 */
export function matchRecording(recording: RecordingFacts, session: SessionFacts): RecordingMatch {
  const signals = [
    titleSignal(recording, session),
    dateSignal(recording, session),
    ...guestSignals(recording, session),
    seriesSignal(recording, session),
  ].filter((signal) => signal !== undefined)
  const contradiction = contradictionOf(recording, session)
  const combined = 1 - signals.reduce((product, {weight}) => product * (1 - weight), 1)
  return {
    score: contradiction === undefined ? combined : combined / 2,
    reasons: [
      ...signals.toSorted((a, b) => b.weight - a.weight).map(({reason}) => reason),
      ...(contradiction === undefined ? [] : [contradiction]),
    ],
  }
}

interface Signal {
  weight: number
  reason: string
}

function titleSignal({title = ''}: RecordingFacts, session: SessionFacts): Signal | undefined {
  const similarity = titleSimilarity(title, session.title)
  if (similarity >= 0.85) return {weight: 0.9, reason: 'same title'}
  // In the sample content, the titles of two sessions have a similarity of at most 0.52.
  return similarity >= 0.55 ? {weight: similarity * 0.7, reason: 'similar title'} : undefined
}

function dateSignal(recording: RecordingFacts, session: SessionFacts): Signal | undefined {
  const days = daysAfter(recording, session)
  if (days === undefined) return undefined
  if (days === 0) return {weight: 0.6, reason: 'same day'}
  // One day early if it was past midnight in the session's time zone. Later if it is the upload date.
  if (days === -1) return {weight: 0.3, reason: distance(days)}
  return days > 0 && days <= 7 ? {weight: 0.45 - 0.02 * days, reason: distance(days)} : undefined
}

function contradictionOf(recording: RecordingFacts, session: SessionFacts): string | undefined {
  const days = daysAfter(recording, session)
  return days !== undefined && (days < -1 || days > 30) ? `but ${distance(days)}` : undefined
}

function guestSignals({title = ''}: RecordingFacts, {guests}: SessionFacts): Signal[] {
  const words = ` ${normalTitle(title)} `
  return guests.flatMap((name) => {
    const normalName = normalTitle(name)
    if (normalName === '' || !words.includes(` ${normalName} `)) return []
    // A first name alone, such as "Ana", can be another person.
    return [{weight: normalName.includes(' ') ? 0.5 : 0.2, reason: `${name} in the title`}]
  })
}

function seriesSignal({title = ''}: RecordingFacts, {series}: SessionFacts): Signal | undefined {
  const normalSeries = normalTitle(series ?? '')
  const isNamed = normalSeries !== '' && ` ${normalTitle(title)} `.includes(` ${normalSeries} `)
  return isNamed ? {weight: 0.15, reason: `${series} in the title`} : undefined
}

/** Returns the number of days from the session to the recording. */
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
