import type {DocumentQuery} from '../rules/finding.ts'
import {refOf, type StoredDocument} from './stored.ts'

/** Selects the series of a touchpoint. */
export function seriesQuery({series}: StoredDocument): DocumentQuery | undefined {
  const id = refOf(series)
  return id === undefined ? undefined : {by: 'id', ids: [id]}
}
