import type {SafeUrl} from '../links/index.ts'
import type {CadenceChange, Recurrence} from '../time/index.ts'
import type {Occurrence} from '../types.ts'
import type {CadenceInput, FeedSource, TouchpointInput} from './sources.ts'
import type {Span} from './time.ts'

/** One source's version of one event: the input of joining and of choosing fields. */
export type Item = TouchpointItem | FeedItem | CadenceItem

interface ItemFields {
  /** Unique among all items. */
  key: string
  /** A merged event has at most one item of each group, so two events of one feed stay separate. */
  group: string
  title: string
  url?: SafeUrl
  joinUrl?: SafeUrl
  span: Span
}

export interface TouchpointItem extends ItemFields {
  kind: 'touchpoint'
  touchpoint: TouchpointInput
  /** The date of its series that it fills. */
  fills?: CadenceItem
}

export interface FeedItem extends ItemFields {
  kind: 'feed'
  feed: Pick<FeedSource, 'id' | 'title' | 'own'>
  occurrence: Occurrence
  /** Whether only its time may be published. It is never joined with anything. */
  busy: boolean
  /** The original start of the occurrence, in milliseconds. */
  recurrenceMs: number
}

export interface CadenceItem extends ItemFields {
  kind: 'cadence'
  cadence: CadenceInput
  /** The slot of the cadence that gives the date. */
  slot: Recurrence
  /** The start that the slot gives, in milliseconds. A moved date has another one. */
  originalMs: number
  /** What an exception of the cadence says about the date. */
  change?: CadenceChange
  /** What its own calendar says about the date by leaving it out. Absent when it says nothing. */
  silence?: 'removed' | 'ended'
  /** The key of the event of its own calendar that has the date at another time. */
  movedTo?: string
}

/** Items of every kind, before they are joined. */
export interface Items {
  touchpoints: TouchpointItem[]
  feeds: FeedItem[]
  cadences: CadenceItem[]
}

/** Compares by key, so that the order does not depend on the order of the sources. */
export function byKey(a: {key: string}, b: {key: string}): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
