import {fieldsOf, itemsOf, textOf, type StoredDocument} from '../reading/stored.ts'
import type {EditorTask} from './dataset.ts'

/** Returns what the previous model could not say about the documents that a migration creates. */
export function unfinished(created: readonly StoredDocument[]): EditorTask[] {
  return created.flatMap((document) => {
    if (document._type === 'series') return withoutDates(document)
    return document._type === 'community' ? withoutLinks(document) : []
  })
}

/** Events of a calendar belong to a series by its event UID or its cadence. By the title alone they may not. */
function withoutDates({_id, meets, calendar, cadence, eventUid}: StoredDocument): EditorTask[] {
  const hasSlots = itemsOf(fieldsOf(cadence)['slots']).length > 0
  if (meets !== 'standing' || !calendar || hasSlots || textOf(eventUid)) return []
  const message =
    'The series has a calendar, and neither a cadence nor an event UID, so only the title says which events are its dates. Add one of them in the Studio.'
  return [{documentId: _id, message}]
}

function withoutLinks({_id, workspaces}: StoredDocument): EditorTask[] {
  return itemsOf(workspaces)
    .filter(({item}) => !textOf(item['url']))
    .map(({item}) => ({
      documentId: _id,
      message: `The workspace “${textOf(item['name']) ?? ''}” has no link, so its channels lead nowhere. Add it in the Studio.`,
    }))
}
