import {publishedId, type StoredDocument} from '../reading/stored.ts'
import {communityFrom} from './communityFrom.ts'
import {present, type ChangedFact, type Dataset, type Migrated} from './dataset.ts'
import {migrateDecision} from './migrateDecision.ts'
import {migrateGroup} from './migrateGroup.ts'
import {migrateGuest} from './migrateGuest.ts'
import {migrateSeries} from './migrateSeries.ts'

/** The fields of a document that change. */
export interface DocumentPatch {
  id: string
  /** Revision that the patch was made for. Undefined outside a Content Lake. */
  revision: string | undefined
  set: Record<string, unknown>
  unset: string[]
}

/** What a migration writes: first the created documents, then the patches, in their order. */
export interface MigrationPlan {
  created: StoredDocument[]
  patched: DocumentPatch[]
  /** All documents as they are afterwards. */
  documents: StoredDocument[]
  /** Values that are not kept as they were. */
  facts: ChangedFact[]
}

/**
 * Plans how the documents of the previous model become those of this one. It changes nothing itself.
 *
 * The call of a group becomes a series, a recurrence a cadence, and the community a document of its own.
 * Documents that are in this model already stay as they are, so a second plan is empty.
 *
 * @param documents - all documents, with drafts and versions. Their ids decide about references.
 * @param options.today - `YYYY-MM-DD`. A series with a cadence that ended before it has ended.
 * @example
 * const {created, patched, facts} = planMigration(documents, {today: '2026-11-26'})
 */
export function planMigration(
  documents: readonly StoredDocument[],
  {today}: {today: string},
): MigrationPlan {
  const ids = new Set(documents.map(({_id}) => _id))
  const dataset: Dataset = {documents, today, ids}
  const moved = documents.map((document) => ({before: document, ...migrate(document, dataset)}))
  const added = moved.flatMap((each) => each.added).filter(({_id}) => !ids.has(_id))
  const series = new Set(
    [...documents, ...added].flatMap(({_id, _type}) =>
      _type === 'series' ? publishedId(_id) : [],
    ),
  )
  const decided = moved.map((each) =>
    each.document._type === 'calendarDecision'
      ? {...each, ...migrateDecision(each.document, series)}
      : each,
  )
  const afterwards = [...decided.map(({document}) => document), ...added]
  const hasCommunity = documents.some(({_type}) => _type === 'community')
  const community = hasCommunity || documents.length === 0 ? [] : [communityFrom(afterwards)]
  return {
    created: [...community, ...added],
    patched: decided.flatMap(({before, document}) => patchBetween(before, document)),
    documents: [...community, ...afterwards],
    facts: decided.flatMap(({facts}) => facts),
  }
}

function migrate(document: StoredDocument, dataset: Dataset): Migrated {
  if (document._type === 'series') return migrateSeries(document, dataset)
  if (document._type === 'workingGroup') return migrateGroup(document, dataset)
  if (document._type === 'guest') return migrateGuest(document)
  return {document, facts: [], added: []}
}

function patchBetween(before: StoredDocument, after: StoredDocument): DocumentPatch[] {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value),
  )
  const unset = Object.keys(before).filter((name) => !(name in after))
  if (changed.length === 0 && unset.length === 0) return []
  const revision = before['_rev']
  return [
    {
      id: before._id,
      revision: typeof revision === 'string' ? revision : undefined,
      set: present(Object.fromEntries(changed)),
      unset,
    },
  ]
}
