import type {StoredDocument} from '../reading/stored.ts'
import {migratedAlone, type Migrated} from './dataset.ts'

/** The words of the kinds that the previous model had. */
const kinds: Record<string, string> = {
  project: 'Project',
  foundation: 'Foundation',
  stakeholder: 'Stakeholder',
  ospoMember: 'OSPO member',
}

/** Moves a guest to the new model: the kind is now the community's own word. */
export function migrateGuest(document: StoredDocument): Migrated {
  const {_id, kind} = document
  const word = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (typeof kind !== 'string' || word === undefined) return migratedAlone(document)
  const reason = `Now the word “${word}”.`
  const facts = [{documentId: _id, field: 'kind', value: kind, reason}]
  return migratedAlone({...document, kind: word}, facts)
}
