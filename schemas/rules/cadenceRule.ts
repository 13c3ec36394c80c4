import {checkCadence} from '@touchpoints/calendar/time'

import {cadenceOf} from '../reading/cadenceOf.ts'
import {keyedPath} from '../reading/keyedPath.ts'
import type {PathSegment} from '../reading/pathSegment.ts'
import {type Fields, fieldsOf, isFields, itemsOf} from '../reading/stored.ts'
import type {Finding, Rule} from './finding.ts'

/** Reports a cadence without dates, and parts of it that contradict each other. */
export const cadenceRule = {
  code: 'invalid-cadence',
  check: ({cadence}) => [
    ...emptyItems(cadence),
    ...unfinishedMoves(cadence),
    ...faultsOf(fieldsOf(cadence)),
  ],
} as const satisfies Rule

type Found = Omit<Finding, 'code'>

const lists = ['slots', 'exceptions', 'breaks'] as const

/** A cadence is read without what is unfinished, so the faults of the rest are found too. */
function faultsOf(stored: Fields): Found[] {
  const exceptions = finished(stored['exceptions'], isFinished)
  const breaks = finished(stored['breaks'], isFields)
  const cadence = cadenceOf({
    ...stored,
    ...(exceptions && {exceptions: exceptions.map(({item}) => item)}),
    ...(breaks && {breaks: breaks.map(({item}) => item)}),
  })
  if (!cadence) return []
  const indexes = new Map(Object.entries({exceptions, breaks}))
  return checkCadence(cadence).map(({level, path, message}) => {
    const [list, position, ...rest] = path
    const kept = indexes.get(String(list))
    const index = typeof position === 'number' ? kept?.[position]?.index : undefined
    const at = index === undefined ? path : [list ?? '', index, ...rest]
    return {
      level,
      path: ['cadence', ...keyedPath(stored, at)],
      message: `${message.replace(/\.$/, '')}.`,
    }
  })
}

/** Returns the items of a list that can be read, with their indexes. Undefined for what is no list. */
function finished(list: unknown, isKept: (item: unknown) => boolean) {
  if (!Array.isArray(list)) return undefined
  return list.map((item: unknown, index) => ({item, index})).filter(({item}) => isKept(item))
}

function isFinished(item: unknown): boolean {
  return isFields(item) && !isUnfinishedMove(item)
}

/** A moved date without its new date would have no effect: the cadence is read without it. */
function isUnfinishedMove({kind, toDate}: Fields): boolean {
  return kind === 'moved' && !toDate
}

function unfinishedMoves(cadence: unknown): Found[] {
  return itemsOf(fieldsOf(cadence)['exceptions'])
    .filter(({item}) => isUnfinishedMove(item))
    .map(({at}) => ({
      level: 'error',
      path: ['cadence', 'exceptions', at, 'toDate'],
      message:
        'Enter the date that the session moves to. Without it nothing moves. If there is no new date, choose “Skipped”.',
    }))
}

/** An item that is no object has no field, and so no other check reports it. */
function emptyItems(cadence: unknown): Found[] {
  return lists.flatMap((name) => {
    const list = fieldsOf(cadence)[name]
    const items: unknown[] = Array.isArray(list) ? list : []
    return items.flatMap((item, index): Found[] => {
      if (isFields(item)) return []
      const path: PathSegment[] = ['cadence', name, index]
      return [{level: 'error', path, message: 'This item is empty. Remove it.'}]
    })
  })
}
