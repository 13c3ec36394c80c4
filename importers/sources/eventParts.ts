import {slugOf} from '../plan/documentId.ts'
import type {ReadContext} from '../plan/sourceReader.ts'
import type {EventMoment} from './eventMoment.ts'
import type {PlanBuilder} from './planBuilder.ts'
import type {SourceNode} from './sourceNode.ts'

export interface EventContext {
  out: PlanBuilder
  context: ReadContext
}

export interface Event {
  node: SourceNode
  title: string
  group: {id: string; name: string}
  start: EventMoment
  minutes: number | undefined
}

/** Returns the part of an id for a series of a group. */
export function seriesKey(group: {id: string}, title: string): string {
  const own = group.id.replace(/^workingGroup-/, '')
  const words = slugOf(title)
  return (words.startsWith(`${own}-`) ? words : `${own}-${words}`).slice(0, 90).replace(/-+$/, '')
}
