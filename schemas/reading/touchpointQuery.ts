import type {DocumentQuery} from '../rules/finding.ts'
import {refOf, type StoredDocument} from './stored.ts'

/** Selects the touchpoint of a recording. */
export function touchpointQuery({touchpoint}: StoredDocument): DocumentQuery | undefined {
  const id = refOf(touchpoint)
  return id === undefined ? undefined : {by: 'id', ids: [id]}
}
