import type {EntryData} from './entrySource.ts'

/** Returns the id of an entry: its slug, or its document id while it has none. */
export function entryId({_id, slug}: EntryData): string {
  return typeof slug === 'string' ? slug : _id
}
