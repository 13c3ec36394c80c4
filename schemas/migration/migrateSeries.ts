import {textOf, type StoredDocument} from '../reading/stored.ts'
import {cadenceFromRecurrence, isOver} from './cadenceFromRecurrence.ts'
import {migratedAlone, present, without, type Dataset, type Migrated} from './dataset.ts'

/** Moves a series to the new model. Each of its sessions had a document, so it meets when scheduled. */
export function migrateSeries(document: StoredDocument, {today}: Dataset): Migrated {
  const {_id, cadence, meets, lifecycle} = document
  const kind = textOf(document['kind'])
  const reason = 'Groups have series of their own, so a series has no kind.'
  const moved = {
    ...without(document, 'kind'),
    ...present({
      cadence: cadenceFromRecurrence(cadence),
      meets: meets ?? 'scheduled',
      lifecycle: lifecycle ?? (isOver(cadence, today) ? 'ended' : 'active'),
    }),
  }
  return migratedAlone(moved, kind ? [{documentId: _id, field: 'kind', value: kind, reason}] : [])
}
