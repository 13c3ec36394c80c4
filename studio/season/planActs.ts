import {instantFromWallClock, isCalendarDate} from '@touchpoints/calendar/time'
import {fieldsOf, type StoredDocument} from '@touchpoints/schemas/reading'
import {addDays} from '@touchpoints/words/dates'

import {type DateChange, withChange, withoutChange} from '../cadence/exceptions.ts'
import {referenceTo} from '../documents/referenceTo.ts'
import {sessionIdOf} from '../series/seriesGaps.ts'
import {sessionValue} from '../templates/sessionOfSeries.ts'
import {itemName} from './itemWords.ts'
import type {SeasonItem} from './seasonGrid.ts'
import {type Base, baseOf, type Step, type Target, targetId} from './step.ts'

/**
 * What an editor does with several dates.
 *
 * - `fill` creates confirmed sessions from the template of their series, and confirms tentative ones.
 * - `hold` reserves dates: it creates tentative sessions without links, and makes confirmed ones tentative.
 * - `move` keeps the local time. `cancel` has one reason for all.
 *
 * Where a series meets without a session, `move` and `cancel` write exceptions into its cadence.
 */
export type Act =
  | {kind: 'fill'}
  | {kind: 'hold'}
  | {kind: 'move'; days: number}
  | {kind: 'cancel'; reason: string}

/** What is stored, in all forms: published, drafts, and versions of the release. */
export interface StoredState {
  documents: ReadonlyMap<string, StoredDocument>
  /** Of the sessions of the selected series. */
  slugs: ReadonlySet<string>
}

export interface PlanOptions {
  target: Target
  /** UTC instant. */
  now: string
  newKey: () => string
}

export interface ActPlan {
  steps: readonly Step[]
  /** Sessions that are created and changed, and dates that change in their cadence. */
  counts: {created: number; changed: number; dates: number}
  /** Selected items that the act does not change, with the reason. */
  unchanged: readonly {item: SeasonItem; reason: string}[]
}

/** Title of a session that only holds its date. */
export const heldTitle = 'Date held'

/**
 * Returns the documents to write for an act on several items. Writes nothing.
 *
 * Each session is a step of its own, so that one that fails leaves the others. The exceptions of a series are in
 * one document, and therefore in one step.
 */
export function planActs(
  act: Act,
  items: readonly SeasonItem[],
  stored: StoredState,
  options: PlanOptions,
): ActPlan {
  const slugs = new Set(stored.slugs)
  const outcomes = items.map((item) => ({item, outcome: outcomeOf(act, item, options)}))
  const steps = outcomes.flatMap(({item, outcome}): Step[] => {
    if (outcome.kind === 'create') return [createStep(item, outcome, {stored, options, slugs})]
    if (outcome.kind !== 'patch') return []
    return [patchStep(outcome.id, [itemName(item)], outcome.set, stored, options)]
  })
  const changes = outcomes.flatMap(({item, outcome}) =>
    'change' in outcome && outcome.change && item.series && item.slot
      ? [{item, seriesId: item.series.id, slot: item.slot, change: outcome.change}]
      : [],
  )
  const bySeries = [...Map.groupBy(changes, ({seriesId}) => seriesId)]
  const ofSeries = bySeries.map(([id, its]) => {
    const base = baseOf(id, stored.documents, options.target)
    const before = fieldsOf(fieldsOf(base?.document)['cadence'])['exceptions']
    const exceptions = its.reduce<unknown>((list, {slot, change}) => {
      const isAsGiven =
        change.kind === 'moved' && change.toDate === slot.date && change.toTime === slot.time
      return isAsGiven
        ? withoutChange(list, slot)
        : withChange(list, slot, change, {key: options.newKey(), shared: slot.shared})
    }, before)
    const names = its.map(({item}) => itemName(item))
    const set = {'cadence.exceptions': isEmpty(exceptions) ? undefined : exceptions}
    return patchStep(id, names, set, stored, options)
  })
  const unchanged = outcomes.flatMap(({item, outcome}) =>
    outcome.kind === 'unchanged' ? [{item, reason: outcome.reason}] : [],
  )
  // A session of a standing series moves with its date. The series is written first: without it, visitors see both.
  return {steps: [...ofSeries, ...steps], counts: countsOf(outcomes), unchanged}
}

function countsOf(outcomes: readonly {outcome: Outcome}[]): ActPlan['counts'] {
  const count = (kind: Outcome['kind']) =>
    outcomes.filter(({outcome}) => outcome.kind === kind).length
  return {created: count('create'), changed: count('patch'), dates: count('exception')}
}

function isEmpty(list: unknown): boolean {
  return !Array.isArray(list) || list.length === 0
}

type Outcome =
  | {kind: 'create'; title?: string; status: string; withLinks: boolean}
  | {kind: 'patch'; id: string; set: Readonly<Record<string, unknown>>; change?: DateChange}
  | {kind: 'exception'; change: DateChange}
  | {kind: 'unchanged'; reason: string}

function outcomeOf(act: Act, item: SeasonItem, {now}: PlanOptions): Outcome {
  if (item.isPast) return unchanged('It is in the past')
  if (item.kind === 'skipped') return unchanged('It is skipped')
  switch (act.kind) {
    case 'fill':
      return fill(item)
    case 'hold':
      return hold(item)
    case 'move':
      return move(item, act.days, now)
    case 'cancel':
      return cancel(item, act.reason.trim())
  }
}

function fill(item: SeasonItem): Outcome {
  if (item.kind !== 'session') return {kind: 'create', status: 'confirmed', withLinks: true}
  const {id, status, title} = item.session
  if (status !== 'planned') return unchanged('It has a session')
  const named = title === heldTitle && item.series && {title: sessionTitle(item)}
  return {kind: 'patch', id, set: {status: 'confirmed', ...named}}
}

function hold(item: SeasonItem): Outcome {
  if (item.kind === 'standing') return unchanged('The series meets on it anyway')
  if (item.kind !== 'session') {
    return {kind: 'create', title: heldTitle, status: 'planned', withLinks: false}
  }
  const {id, status} = item.session
  if (status === 'confirmed') return {kind: 'patch', id, set: {status: 'planned'}}
  return unchanged(status === 'planned' ? 'It is tentative already' : over[status])
}

const over = {held: 'It took place', cancelled: 'It is canceled'} as const

function move(item: SeasonItem, days: number, now: string): Outcome {
  if (days === 0) return unchanged('It is on that date')
  const toDate = addDays(item.date, days)
  const start = isCalendarDate(toDate) ? startOn(toDate, item.time, item.timeZone) : undefined
  if (start === undefined) return unchanged('There is no such date')
  if (Date.parse(start) < Date.parse(now)) return unchanged('The new date is in the past')
  const change: DateChange = {kind: 'moved', toDate, toTime: item.time, reason: ''}
  if (item.kind !== 'session') return {kind: 'exception', change}
  const {id, status} = item.session
  if (status === 'held' || status === 'cancelled') return unchanged(over[status])
  const isStanding = item.slot !== undefined && item.series?.needsSessions === false
  return {kind: 'patch', id, set: {'schedule.start': start}, ...(isStanding && {change})}
}

function cancel(item: SeasonItem, reason: string): Outcome {
  if (item.kind !== 'session') return {kind: 'exception', change: {kind: 'skipped', reason}}
  const {id, status} = item.session
  if (status === 'held' || status === 'cancelled') return unchanged(over[status])
  return {kind: 'patch', id, set: {status: 'cancelled', cancelReason: reason}}
}

function unchanged(reason: string): Outcome {
  return {kind: 'unchanged', reason}
}

/** As a cadence reads it: after an hour that the clocks skip, and the first of an hour that they repeat. */
function startOn(date: string, time: string, timeZone: string): string | undefined {
  const reading = instantFromWallClock(date, time, timeZone)
  if (reading.kind === 'instant') return reading.instant
  if (reading.kind === 'invalid') return undefined
  return reading.kind === 'gap' ? reading.later : reading.earlier
}

interface CreateContext {
  stored: StoredState
  options: PlanOptions
  /** Grows with each session, because two can have one date. */
  slugs: Set<string>
}

function createStep(
  item: SeasonItem,
  {title, status, withLinks}: Extract<Outcome, {kind: 'create'}>,
  {stored: {documents}, options: {target, now, newKey}, slugs}: CreateContext,
): Step {
  const {series, start, time} = item
  if (!series) throw new Error('Only a date of a series can be filled.')
  const id = freeId(sessionIdOf({series, start, timeZone: item.timeZone}), documents, newKey)
  const {links, ...value} = sessionValue(series, {now, start, timeZone: item.timeZone})
  const wanted = value.slug?.current ?? id
  const slug = freeSlug(wanted, time, slugs)
  slugs.add(slug)
  return {
    id,
    names: [itemName(item)],
    write: {
      kind: 'create',
      document: {
        ...value,
        _id: targetId(id, target),
        _type: 'touchpoint',
        title: title ?? value.title,
        slug: {_type: 'slug', current: slug},
        status,
        series: referenceTo(series.id, 'series', {published: documents.has(series.id)}),
        ...(withLinks && {links}),
      },
    },
  }
}

function sessionTitle({series, start}: SeasonItem): string {
  return series ? sessionValue(series, {now: start, start}).title : heldTitle
}

/** The id of a session that has moved since is taken. */
function freeId(
  wanted: string,
  documents: ReadonlyMap<string, StoredDocument>,
  newKey: () => string,
): string {
  const isTaken = [...documents.keys()].some((id) => id === wanted || id.endsWith(`.${wanted}`))
  return isTaken ? `${wanted}-${newKey()}` : wanted
}

/** Two slots of a day have one date, and a slug stays when its session moves. */
function freeSlug(wanted: string, time: string, slugs: ReadonlySet<string>): string {
  if (!slugs.has(wanted)) return wanted
  const timed = `${wanted.slice(0, 88)}-${time.replace(':', '')}`
  if (!slugs.has(timed)) return timed
  const free = Array.from({length: slugs.size + 1}, (_, index) => `${timed}-${index + 2}`)
  return free.find((slug) => !slugs.has(slug)) ?? timed
}

function patchStep(
  id: string,
  names: readonly string[],
  set: Readonly<Record<string, unknown>>,
  {documents}: StoredState,
  {target}: PlanOptions,
): Step {
  const base = baseOf(id, documents, target)
  return {id, names, write: base ? writeOn(base, id, set, target) : {kind: 'missing'}}
}

function writeOn(
  {document, isTarget}: Base,
  id: string,
  set: Readonly<Record<string, unknown>>,
  target: Target,
): Step['write'] {
  const own = targetId(id, target)
  if (isTarget)
    return {
      kind: 'patch',
      id: own,
      revision: String(document['_rev']),
      set,
      before: before(document, set),
    }
  const {_rev, _updatedAt, ...content} = document
  return {kind: 'create', document: {...withValues(content, set), _id: own, _type: document._type}}
}

/** Returns the stored values of the fields that a patch sets. Undefined for those that are not stored. */
function before(document: StoredDocument, set: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.keys(set).map((path) => [path, valueAt(document, path)]))
}

function valueAt(document: StoredDocument, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => fieldsOf(value)[name], document)
}

/** Returns a document with the values of a patch. Paths are names with dots. */
function withValues(
  document: Readonly<Record<string, unknown>>,
  set: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.entries(set).reduce<Record<string, unknown>>(
    (result, [path, value]) => {
      const [first = '', ...rest] = path.split('.')
      const inner = rest.join('.')
      const next = inner === '' ? value : withValues(fieldsOf(result[first]), {[inner]: value})
      return {...result, [first]: next}
    },
    {...document},
  )
}
