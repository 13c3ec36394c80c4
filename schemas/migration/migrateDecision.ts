import {fieldsOf, isFields, refOf, type StoredDocument} from '../reading/stored.ts'
import {callSeriesId} from './seriesFromCall.ts'

/**
 * Moves a decision to the new model: one about the call of a group is now about the series.
 *
 * @param series - ids of all series, also of those that calls have become
 */
export function migrateDecision(
  document: StoredDocument,
  series: ReadonlySet<string>,
): StoredDocument {
  const {first, second} = document
  return {
    ...document,
    ...(isFields(first) && {first: renamed(first, series)}),
    ...(isFields(second) && {second: renamed(second, series)}),
  }
}

function renamed(meeting: unknown, series: ReadonlySet<string>): unknown {
  const {document, ...rest} = fieldsOf(meeting)
  const id = callSeriesId(refOf(document) ?? '')
  if (!series.has(id)) return meeting
  return {...rest, document: {...fieldsOf(document), _ref: id}}
}
