import type {Question} from '../rules/finding.ts'
import {refOf, type StoredDocument} from './stored.ts'

/** Asks for the series of a touchpoint. */
export function seriesQuestion({series}: StoredDocument): Question | undefined {
  const id = refOf(series)
  return id === undefined ? undefined : {by: 'id', ids: [id]}
}
