import type {Occurrence} from '../types.ts'
import type {CadenceInput, FeedSource, TouchpointInput} from './sources.ts'
import type {Span} from './time.ts'

/** What one source tells of one event: what merging joins, and chooses fields from. */
export type Item = TouchpointItem | FeedItem | CadenceItem

interface ItemFields {
  /** Unlike any other item's. */
  key: string
  /** An event holds at most one item of each: two events of one feed stay two. */
  group: string
  title: string
  joinUrl?: string
  span: Span
}

export interface TouchpointItem extends ItemFields {
  kind: 'touchpoint'
  touchpoint: TouchpointInput
}

export interface FeedItem extends ItemFields {
  kind: 'feed'
  feed: Pick<FeedSource, 'id' | 'title' | 'own'>
  occurrence: Occurrence
  /** Where the occurrence stood before anyone moved it. */
  recurrenceMs: number
}

export interface CadenceItem extends ItemFields {
  kind: 'cadence'
  cadence: CadenceInput
}

/** Items of every kind, before they are joined. */
export interface Items {
  touchpoints: TouchpointItem[]
  feeds: FeedItem[]
  cadences: CadenceItem[]
}

/** By key: an order that does not depend on the order in which sources were handed in. */
export function byKey(a: {key: string}, b: {key: string}): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}
