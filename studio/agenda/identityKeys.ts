import {fieldsOf, publishedId, type StoredDocument, textOf} from '@touchpoints/schemas/reading'
import {isDocumentTypeName} from '@touchpoints/schemas/registry'

import {importedTypes} from './importedTypes.ts'

/**
 * Returns the keys that identify a document. Two documents of one type with a common key are about the
 * same person, session or video.
 */
export function identityKeys(document: StoredDocument): string[] {
  const text = (field: string) => textOf(document[field])
  const media = fieldsOf(document['media'])
  const keys = {
    id: publishedId(document._id),
    slug: textOf(fieldsOf(document['slug'])['current']),
    name: text('name'),
    title: hasUniqueTitle(document) ? text('title') : undefined,
    start: sessionKey(document),
    video: textOf(media['youtubeId']),
    playlist: textOf(media['playlistId']),
    feed: text('feedUrl'),
  }
  return Object.entries(keys).flatMap(([name, value]) =>
    value === undefined ? [] : `${document._type} ${name} ${value}`,
  )
}

function hasUniqueTitle({_type}: StoredDocument): boolean {
  return isDocumentTypeName(_type) && importedTypes[_type].uniqueTitle
}

function sessionKey({title, schedule}: StoredDocument): string | undefined {
  const start = textOf(fieldsOf(schedule)['start'])
  return start === undefined ? undefined : `${start} ${textOf(title) ?? ''}`
}

/** GROQ query for existing documents that may match imported ones. Parameters: `candidatesParams`. */
export const candidatesQuery = `*[_type in $types && !(_id in path("versions.**")) && (
  _id in $ids || slug.current in $slugs || name in $names || title in $titles
  || media.youtubeId in $videos || media.playlistId in $playlists || feedUrl in $feeds
)]`

export function candidatesParams(documents: readonly StoredDocument[]): Record<string, string[]> {
  const texts = (read: (document: StoredDocument) => unknown) => [
    ...new Set(documents.flatMap((document) => textOf(read(document)) ?? [])),
  ]
  return {
    types: texts(({_type}) => _type),
    ids: texts(({_id}) => _id).flatMap((id) => [id, `drafts.${id}`]),
    slugs: texts(({slug}) => fieldsOf(slug)['current']),
    names: texts(({name}) => name),
    titles: texts(({title}) => title),
    videos: texts(({media}) => fieldsOf(media)['youtubeId']),
    playlists: texts(({media}) => fieldsOf(media)['playlistId']),
    feeds: texts(({feedUrl}) => feedUrl),
  }
}
