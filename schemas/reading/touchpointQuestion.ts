import type {Question} from '../rules/finding.ts'
import {refOf, type StoredDocument} from './stored.ts'

/** Asks for the touchpoint of a recording. */
export function touchpointQuestion({touchpoint}: StoredDocument): Question | undefined {
  const id = refOf(touchpoint)
  return id === undefined ? undefined : {by: 'id', ids: [id]}
}
