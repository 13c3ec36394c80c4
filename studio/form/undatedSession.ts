import {fieldsOf, refOf, textOf} from '@touchpoints/schemas/reading'
import type {Path} from 'sanity'

import {isBlankValue} from './isBlankValue.ts'
import {valueAt} from './valueAt.ts'

/** Returns whether a session has a series and no date. A new one has the next open date if there is one. */
export function isUndated(session: unknown): boolean {
  const {series, schedule} = fieldsOf(session)
  return refOf(series) !== undefined && textOf(fieldsOf(schedule)['start']) === undefined
}

/**
 * Returns markers for what a new session of a series without an open date needs. Sanity validates a document only
 * after its first change, so that the list would be empty until then.
 */
export function undatedMarkers(session: unknown): {level: string; path: Path; message: string}[] {
  const paths = [['schedule', 'start'], ['slug']]
  return paths
    .filter((path) => isBlankValue(valueAt(session, path)))
    .map((path) => ({level: 'error', path, message: 'Required'}))
}
