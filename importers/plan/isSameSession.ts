import {fieldsOf, itemsOf, refOf, textOf} from '@touchpoints/schemas/reading'

import type {PlanFinding, PlannedDocument} from './plan.ts'

/** A session of one file, with the instants that its open question offers. */
export interface ReadSession {
  planned: PlannedDocument
  offered: readonly string[]
}

/** Returns a session with the starts among the choices of the questions about it. */
export function readSession(
  planned: PlannedDocument,
  findings: readonly PlanFinding[],
): ReadSession {
  const {_id} = planned.document
  const offered = findings
    .filter(({document, alsoIn}) => document === _id || alsoIn?.includes(_id))
    .flatMap(({choices}) => choices.flatMap(({set}) => startOf(set) ?? []))
  return {planned, offered}
}

/**
 * Whether two sessions of one day are one: their starts can be one instant, and they have one title or the same
 * guests. "Kelp part 1" and "Kelp part 2" share words and are two.
 */
export function isSameSession(a: ReadSession, b: ReadSession): boolean {
  const [own, other] = [a, b].map(({planned}) => startOf(planned.document))
  const isOneInstant = own !== undefined && own === other
  const couldBeOne = isOneInstant || (canStart(a, b) && canStart(b, a))
  return couldBeOne && (haveSameGuests(a, b) || haveSameTitle(a, b, isOneInstant))
}

function startOf(fields: object): string | undefined {
  return textOf(fieldsOf(Reflect.get(fields, 'schedule'))['start'])
}

/** Whether a session can have the start of another one. Without any hour, it can have each. */
function canStart({planned, offered}: ReadSession, other: ReadSession): boolean {
  const own = startOf(planned.document)
  const theirs = startOf(other.planned.document)
  const [mine, others] = [
    own === undefined ? offered : [own],
    theirs === undefined ? other.offered : [theirs],
  ]
  return mine.length === 0 || others.length === 0 || mine.some((each) => others.includes(each))
}

function haveSameTitle(a: ReadSession, b: ReadSession, isOneInstant: boolean): boolean {
  const [own = '', other = ''] = [a, b].map(({planned}) => textOf(planned.document['title']))
  const hasTopic = [own, other].every((title) => title !== '' && !/\d{4}-\d{2}-\d{2}/.test(title))
  if (!hasTopic) return true
  const [shorter = [], longer = []] = [wordsOf(own), wordsOf(other)].toSorted(
    (first, second) => first.length - second.length,
  )
  const numbers = (words: readonly string[]) =>
    words
      .filter((word) => /\d/.test(word))
      .toSorted()
      .join(' ')
  const isContained = shorter.length > 0 && shorter.every((word) => longer.includes(word))
  return isContained && (isOneInstant || numbers(shorter) === numbers(longer))
}

function wordsOf(title: string): string[] {
  return [...new Set(title.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu))]
}

function haveSameGuests(a: ReadSession, b: ReadSession): boolean {
  const [own = [], other = []] = [a, b].map(({planned}) =>
    itemsOf(planned.document['guests'])
      .filter(({item}) => item['role'] !== 'moderator')
      .flatMap(({item}) => refOf(item['guest']) ?? [])
      .toSorted(),
  )
  return own.length > 0 && own.join(' ') === other.join(' ')
}
