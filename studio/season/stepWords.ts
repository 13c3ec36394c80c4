import {statusWord, wordsIn} from '@touchpoints/words'
import {datesIn} from '@touchpoints/words/dates'

import {capitalized} from '../community/capitalized.ts'
import type {Term} from '../community/readCommunity.ts'
import type {StepsResult} from './applySteps.ts'
import type {Act, ActPlan} from './planActs.ts'
import type {Target} from './step.ts'

export interface ActWords {
  /** On the button that opens the dialog. */
  label: string
  /** What the act does, in its dialog. */
  hint: (session: Term) => string
  /** What happens to sessions that are created and changed, and to dates of a cadence, after "will be". */
  created: string
  changed: string
  dates: string
}

export const actWords = {
  fill: {
    label: 'Fill',
    hint: ({plural}) =>
      `Creates confirmed ${plural} with the time, length and links of their series. Their title is to be announced. Confirms tentative ones.`,
    created: 'created',
    changed: 'confirmed',
    dates: 'filled',
  },
  move: {
    label: 'Move',
    hint: ({singular}) =>
      `The local time stays. A date without a ${singular} is moved in the cadence of its series.`,
    created: 'created',
    changed: 'moved',
    dates: 'moved in the cadence',
  },
  hold: {
    label: 'Hold',
    hint: ({plural}) =>
      `Reserves dates: creates tentative ${plural} without links. Makes confirmed ones tentative.`,
    created: 'created as tentative',
    changed: 'made tentative',
    dates: 'held',
  },
  cancel: {
    label: 'Cancel',
    hint: ({plural}) =>
      `Canceled ${plural} stay on the page with the reason. Other dates are skipped in the cadence of their series.`,
    created: 'created',
    changed: statusWord(wordsIn('en'), 'cancelled').toLowerCase(),
    dates: 'skipped in the cadence',
  },
} as const satisfies Record<Act['kind'], ActWords>

/** @example targetWords({kind: 'drafts'}) // 'as drafts' */
export function targetWords(target: Target): string {
  return target.kind === 'drafts' ? 'as drafts' : `in the release “${target.title}”`
}

/**
 * Writes what an act will do, in one sentence.
 *
 * @example planSummary('fill', plan, {kind: 'drafts'}, session) // '12 touchpoints will be created as drafts.'
 */
export function planSummary(
  kind: Act['kind'],
  {counts}: Pick<ActPlan, 'counts'>,
  target: Target,
  session: Term,
): string {
  const words = actWords[kind]
  const parts = [
    part(counts.created, session, words.created),
    part(counts.changed, session, words.changed),
    part(counts.dates, {singular: 'date', plural: 'dates'}, words.dates),
  ].filter((each) => each !== undefined)
  if (parts.length === 0)
    return 'Nothing to do: none of the selected dates can be changed this way.'
  return `${datesIn('en').list(parts)} ${targetWords(target)}. Visitors see it after you publish.`
}

function part(count: number, {singular, plural}: Term, verb: string): string | undefined {
  if (count === 0) return undefined
  return `${count} ${count === 1 ? singular : plural} will be ${verb}`
}

/**
 * Returns the selected items that stay as they are, by reason.
 *
 * @example unchangedWords(plan) // ['2 stay as they are: it has a session.']
 */
export function unchangedWords({unchanged}: Pick<ActPlan, 'unchanged'>): string[] {
  return [...Map.groupBy(unchanged, ({reason}) => reason)].map(
    ([reason, {length}]) =>
      `${length} ${length === 1 ? 'date stays as it is' : 'dates stay as they are'}. ${reason}.`,
  )
}

/**
 * Writes what an act has done. A date counts as failed if one of its documents could not be written.
 *
 * @example resultWords('fill', result, {kind: 'drafts'}).text // '12 dates: Fill done, as drafts.'
 */
export function resultWords(
  kind: Act['kind'],
  {done, failed}: StepsResult,
  target: Target,
): {text: string; failures: string[]} {
  const bad = new Set(failed.flatMap(({step}) => step.names))
  const good = new Set(done.flatMap(({step}) => step.names).filter((name) => !bad.has(name)))
  const text = `${capitalized(actWords[kind].label)}: ${datesOf(good.size)} done ${targetWords(target)}${bad.size > 0 ? `, ${datesOf(bad.size)} failed` : ''}.`
  const failures = failed.map(({step, reason}) =>
    `${step.names.join('; ')}: ${reason}.`.replace('..', '.'),
  )
  return {text, failures}
}

export function datesOf(count: number): string {
  return `${count} ${count === 1 ? 'date' : 'dates'}`
}
