import {publishedId, type StoredDocument} from '../reading/stored.ts'
import {communityFrom} from './communityFrom.ts'
import {
  migratedAlone,
  present,
  type ChangedFact,
  type Dataset,
  type EditorTask,
  type Migrated,
  type Update,
} from './dataset.ts'
import {migrateDecision} from './migrateDecision.ts'
import {migrateGroup} from './migrateGroup.ts'
import {migrateGuest} from './migrateGuest.ts'
import {migrateSeries} from './migrateSeries.ts'
import {unfinished} from './unfinished.ts'

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
  /** What an editor has to decide or complete. A call that is left to an editor stays where it is. */
  tasks: EditorTask[]
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
  const added = moved.flatMap((each) => each.added)
  const updates = Map.groupBy(
    moved.flatMap((each) => each.updates),
    ({id}) => id,
  )
  const series = new Set(
    [...documents, ...added].flatMap(({_id, _type}) =>
      _type === 'series' ? publishedId(_id) : [],
    ),
  )
  const decided = moved.map(({before, document}) => ({
    before,
    document:
      document._type === 'calendarDecision'
        ? migrateDecision(document, series)
        : updated(document, updates.get(document._id) ?? []),
  }))
  const afterwards = [...decided.map(({document}) => document), ...added]
  const hasCommunity = documents.some(({_type}) => _type === 'community')
  const community = hasCommunity || documents.length === 0 ? [] : [communityFrom(afterwards)]
  const created = [...community, ...added]
  // A series first gets the values of a call, and then the group loses it. In between, both have them.
  const inOrder = decided.toSorted(
    (a, b) => Number(updates.has(b.before._id)) - Number(updates.has(a.before._id)),
  )
  return {
    created,
    patched: inOrder.flatMap(({before, document}) => patchBetween(before, document)),
    documents: [...community, ...afterwards],
    facts: moved.flatMap(({facts}) => facts),
    tasks: [...moved.flatMap(({tasks}) => tasks), ...unfinished(created)],
  }
}

function updated(document: StoredDocument, updates: readonly Update[]): StoredDocument {
  return updates.reduce((result, {values}) => ({...result, ...values}), document)
}

function migrate(document: StoredDocument, dataset: Dataset): Migrated {
  if (document._type === 'series') return migrateSeries(document, dataset)
  if (document._type === 'workingGroup') return migrateGroup(document, dataset)
  if (document._type === 'guest') return migrateGuest(document)
  return migratedAlone(document)
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
