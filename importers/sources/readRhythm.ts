import type {Cadence} from '@touchpoints/calendar/time'
import {
  type CadenceReading,
  placeName,
  type Question,
  readCadence,
  zoneMeaning,
} from '@touchpoints/calendar/rhythm'

import type {Choice, FindingCode, PlanFinding} from '../plan/plan.ts'
import {lineOf} from './sourceNode.ts'
import {storedCadence} from './storedCadence.ts'

export interface WrittenRhythm {
  /** Ways to put the parts of the source into words, the best one first. */
  phrasings: readonly string[]
  /** As the source has it, for a person. */
  written: string
  /** The zone as the source has it. */
  zone: string | undefined
}

export interface RhythmOptions {
  /** `YYYY-MM-DD`: the date of the words. */
  today: string
  homeZone: string | undefined
}

/** The fields of a series that a rhythm gives, and what it leaves open. */
export interface RhythmFields {
  fields: Readonly<Record<string, unknown>>
  findings: readonly Pick<PlanFinding, 'code' | 'kind' | 'message' | 'choices'>[]
}

/**
 * Reads the rhythm of a meeting. Open words stay as text, so that an editor who answers later has them.
 * Each choice of a finding sets the cadence that the answer gives.
 */
export function readRhythm(rhythm: WrittenRhythm, options: RhythmOptions): RhythmFields {
  const {written} = rhythm
  const reading = bestReading(rhythm.phrasings, options)
  if (reading?.kind === 'cadence') {
    const {cadence, minutes, doubts} = reading
    const zoneDoubt = doubtOfZone(rhythm.zone, cadence)
    return {
      fields: {cadence: storedCadence(cadence), minutes},
      findings: [
        ...doubts.map(({message}) => ({
          code: 'uncertain' as const,
          kind: 'verify' as const,
          message: `“${written}”: ${message}`,
          choices: [],
        })),
        ...(zoneDoubt ? [zoneDoubt] : []),
      ],
    }
  }
  const cadenceText = written === '' ? undefined : lineOf(written)
  if (reading === undefined || reading.kind === 'text') return {fields: {cadenceText}, findings: []}
  const choices = answersOf(reading, options).map(({labels, cadence, minutes}): Choice => ({
    label: labels.join(', '),
    set: {
      cadence: storedCadence(cadence),
      cadenceText: null,
      ...(minutes !== undefined && {minutes}),
    },
  }))
  const messages = [...new Set(reading.questions.map(({message}) => message))]
  return {
    fields: {cadenceText},
    findings: [
      {
        code: codeOf(reading.questions),
        kind: 'ask',
        message: `“${written}”: ${messages.join(' ')}`,
        choices,
      },
    ],
  }
}

/** Reads the phrasings until one is clear, because each takes milliseconds. */
function bestReading(phrasings: readonly string[], options: RhythmOptions): Reading | undefined {
  const readings: Reading[] = []
  for (const words of phrasings) {
    const reading = readWords(words, options)
    if (reading.kind === 'cadence') return reading
    readings.push(reading)
  }
  const isUnderstood = (each: Reading) =>
    each.kind === 'questions' && each.questions.every(({code}) => code !== 'not-understood')
  return readings.find(isUnderstood) ?? readings[0]
}

type Reading = CadenceReading & {words: string}

function readWords(words: string, {today, homeZone}: RhythmOptions): Reading {
  const zone = homeZone === undefined ? {} : {timeZone: homeZone}
  return {words, ...readCadence(words, {today, ...zone})}
}

interface Answer {
  labels: string[]
  cadence: Cadence
  minutes: number | undefined
}

const maxAnswers = 12

/** Answers one question after the other: every other week in a zone with two meanings has four answers. */
function answersOf(reading: Reading, options: RhythmOptions, labels: string[] = []): Answer[] {
  if (reading.kind === 'cadence') {
    return [{labels, cadence: reading.cadence, minutes: reading.minutes}]
  }
  if (reading.kind === 'text' || labels.length > 3) return []
  // An answer that leaves another question open stores no dates.
  if (reading.questions.some(({choices}) => choices.length === 0)) return []
  const [question] = reading.questions
  return (question?.choices ?? [])
    .flatMap(({label, words}) => answersOf(readWords(words, options), options, [...labels, label]))
    .slice(0, maxAnswers)
}

function codeOf(questions: readonly Question[]): FindingCode {
  const isZone = questions.every(({code}) => code === 'which-zone' || code === 'no-zone')
  return isZone ? 'which-zone' : 'which-dates'
}

/** "CET (Central European Time)" names a clock and an offset. The clock is meant more often. */
function doubtOfZone(
  zone: string | undefined,
  cadence: Cadence,
): RhythmFields['findings'][number] | undefined {
  const abbreviation = /^[A-Z]{2,5}\b/.exec(zone ?? '')?.[0] ?? ''
  const meaning = zoneMeaning(abbreviation)
  const used = cadence.slots[0]?.timeZone
  if (zone === undefined || meaning?.kind !== 'ambiguous' || used === undefined) return undefined
  const others = meaning.candidates.filter((candidate) => candidate !== used)
  const withZone = (timeZone: string) => ({
    ...cadence,
    slots: cadence.slots.map((slot) => ({...slot, timeZone})),
  })
  return {
    code: 'which-zone',
    kind: 'verify',
    message: `“${zone}” is read as the clock of ${placeName(used)}, with its summer time. It could also mean ${others.map(placeName).join(' or ')}.`,
    choices: [used, ...others].map((timeZone) => ({
      label:
        timeZone === used ? `${placeName(timeZone)}, with its summer time` : placeName(timeZone),
      set: {cadence: storedCadence(withZone(timeZone))},
    })),
  }
}
