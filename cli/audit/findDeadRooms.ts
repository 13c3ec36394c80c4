import {type EventSource, mergeEvents} from '@touchpoints/calendar'
import type {DeadRoom} from '@touchpoints/calendar/audit'

import {type CheckedLink, type LinksOptions, requestLinks} from '../doctor/requestLinks.ts'
import type {Window} from './readStatements.ts'

/** Requests the join link of each event ahead, and returns those that lead nowhere. */
export async function findDeadRooms(
  sources: readonly EventSource[],
  {to, now}: Window,
  options: LinksOptions,
): Promise<DeadRoom[]> {
  const {events} = mergeEvents(sources, {from: now, to, now})
  const links = events.flatMap(({joinUrl}) => (joinUrl?.startsWith('http') ? joinUrl : []))
  const checked = await requestLinks([...new Set(links)], options)
  // When no host responds, it is the network of this machine.
  const isOnline = checked.some(({state}) => !silent.has(state.kind))
  return checked.flatMap(({url, state}) => {
    if (state.kind === 'gone') return [{url, reason: `status ${state.status}`}]
    return isOnline && state.kind === 'unreachable' ? [{url, reason: state.reason}] : []
  })
}

const silent: ReadonlySet<CheckedLink['state']['kind']> = new Set([
  'unreachable',
  'skipped',
  'blocked',
])
