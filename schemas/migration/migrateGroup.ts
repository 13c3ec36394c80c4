import {
  fieldsOf,
  isFields,
  itemsOf,
  publishedId,
  refOf,
  textOf,
  type Fields,
  type StoredDocument,
} from '../reading/stored.ts'
import {present, without, type ChangedFact, type Dataset, type Migrated} from './dataset.ts'
import {callSeriesId} from './seriesFromCall.ts'
import {settleCall, type SettledCall} from './settleCall.ts'

/**
 * Moves a group to the new model: its call becomes a series, its moderators roles, its links a list. A call
 * that contradicts the series it became earlier stays until an editor has decided.
 */
export function migrateGroup(document: StoredDocument, dataset: Dataset): Migrated {
  const {channels, links, roles, moderators, call} = document
  const settled = isFields(call) ? settleCall(document, call, dataset) : undefined
  const allLinks = [...itemList(links), ...movedLinks(document)]
  const allRoles = [...itemList(roles), ...rolesFrom(moderators, roles)]
  return {
    document: {
      ...without(document, 'call', 'repository', 'notesArchive', 'moderators'),
      ...present({
        call: settled?.kind === 'contradicts' ? call : undefined,
        channels: Array.isArray(channels) ? channels.map(movedChannel) : undefined,
        links: Array.isArray(links) || allLinks.length > 0 ? allLinks : undefined,
        roles: Array.isArray(roles) || allRoles.length > 0 ? allRoles : undefined,
      }),
    },
    facts: settled ? factsOf(settled) : removedCall(document, dataset),
    added: settled?.kind === 'new' ? [settled.series] : [],
    updates: settled?.kind === 'newer' ? [settled.update] : [],
    tasks: settled?.kind === 'contradicts' ? [settled.task] : [],
  }
}

function factsOf(settled: SettledCall): ChangedFact[] {
  return settled.kind === 'newer' ? settled.replaced : []
}

/**
 * A draft that removes the call cannot remove a series, so an editor decides about it. Once there is the
 * series, a missing call says nothing: an earlier migration took it out of the draft.
 */
function removedCall({_id}: StoredDocument, {documents, ids}: Dataset): ChangedFact[] {
  const published = publishedId(_id)
  const original = documents.find((each) => each._id === published)
  const call = fieldsOf(original?.['call'])
  if (_id === published || !isFields(original?.['call'])) return []
  if (ids.has(callSeriesId(_id))) return []
  const reason = `This draft removes the call, which is now the document ${callSeriesId(_id)}. Delete that if it has ended.`
  return [{documentId: _id, field: 'call', value: textOf(call['title']) ?? '', reason}]
}

function movedLinks({links, repository, notesArchive}: StoredDocument): Fields[] {
  const {title, url} = fieldsOf(repository)
  const notes = textOf(notesArchive)
  const moved = [
    ...(isFields(repository) ? [{_key: 'repository', kind: 'repository', title, url}] : []),
    ...(notes ? [{_key: 'notes', kind: 'notes', url: notes}] : []),
  ]
  const existing = itemsOf(links).map(({item}) => item)
  return moved
    .filter(
      (link) => !existing.some(({kind, url: other}) => kind === link.kind && other === link.url),
    )
    .map((link) => present({_type: 'typedLink', ...link}))
}

function rolesFrom(moderators: unknown, roles: unknown): Fields[] {
  const existing = itemsOf(roles).map(({item}) => item)
  return itemsOf(moderators).flatMap(({item}) => {
    const {_key, ...person} = item
    const isListed = existing.some(
      (each) => each['role'] === 'Moderator' && refOf(each['person']) === refOf(person),
    )
    return isListed ? [] : [present({_type: 'groupRole', _key, role: 'Moderator', person})]
  })
}

function movedChannel(channel: unknown): unknown {
  if (!isFields(channel) || !('channel' in channel)) return channel
  const {channel: name, ...rest} = channel
  return present({...rest, name: rest['name'] ?? name})
}

function itemList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
