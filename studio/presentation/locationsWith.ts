import {apiVersion, defaultPagePath} from '@touchpoints/schemas/defaults'
import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import {isDocumentTypeName} from '@touchpoints/schemas/registry'
import {map, of, type Observable} from 'rxjs'
import type {DocumentStore} from 'sanity'
import type {
  DocumentLocation,
  DocumentLocationResolver,
  DocumentLocationResolvers,
  DocumentLocationsState,
} from 'sanity/presentation'
import type {Extension} from 'touchpoints/extend'

import {locations, pathOf} from './locations.ts'

/** More would fill the form. The latest sessions are those that an editor looks at. */
const maxLocations = 5

/** Sessions and groups have a page of their own. */
const referringQuery = `*[_type in ["touchpoint", "workingGroup"] && references($id) && defined(slug.current)] | order(schedule.start desc) [0...${maxLocations}]{_type, title, "slug": slug.current}`

/**
 * Returns the pages of the site that show a document. For a document type of an extension, these are the pages of
 * the sessions and groups that refer to it.
 */
export function locationsWith(
  extension: Extension | undefined,
): DocumentLocationResolvers | DocumentLocationResolver {
  const added = new Set(Object.keys(extension?.documents ?? {}))
  // A function resolves all types or none, so without added types Sanity's own way stays.
  if (added.size === 0) return locations
  return ({id, type, perspectiveStack}, {documentStore}) =>
    isDocumentTypeName(type) || added.has(type)
      ? locationsOf({id, type}, queryOn(documentStore, [...perspectiveStack]))
      : null
}

/** Returns the result of a query with the parameter `id`, now and after each change. */
type Query = (groq: string, id: string) => Observable<unknown>

/** Follows the locations of a document, of a type of the package or an added one. */
export function locationsOf(
  {id: anyId, type}: {id: string; type: string},
  query: Query,
): Observable<DocumentLocationsState | null> {
  const id = publishedId(anyId)
  return isDocumentTypeName(type)
    ? ownLocations(locations[type], id, query)
    : query(referringQuery, id).pipe(map(referringLocations))
}

function queryOn(documentStore: Pick<DocumentStore, 'listenQuery'>, perspective: string[]): Query {
  return (fetch, id) =>
    documentStore.listenQuery(
      {fetch, listen: '*[_type in ["touchpoint", "workingGroup"]]'},
      {id},
      {apiVersion, perspective, throttleTime: 1000},
    )
}

/** Does what Sanity does with such a table. */
function ownLocations(
  location: DocumentLocationResolvers[string],
  id: string,
  query: Query,
): Observable<DocumentLocationsState | null> {
  if (!('select' in location)) return of(location)
  const {select, resolve} = location
  const fields = Object.entries(select).map(([name, path]) => `"${name}": ${path}`)
  return query(`*[_id == $id][0]{${fields.join(', ')}}`, id).pipe(
    map((stored) => resolve({...fieldsOf(stored)}) ?? null),
  )
}

/** Returns the pages in the result of `referringQuery`, and the meetings page. */
function referringLocations(result: unknown): DocumentLocationsState {
  const pages = (Array.isArray(result) ? result : []).flatMap((each): DocumentLocation[] => {
    const {_type: type, title, slug} = fieldsOf(each)
    const name = textOf(slug)
    return name === undefined
      ? []
      : [
          {
            title: textOf(title) ?? 'Untitled',
            href: pathOf(type === 'workingGroup' ? 'group' : undefined, name),
          },
        ]
  })
  return {locations: [...pages, {title: 'Meetings page', href: defaultPagePath}]}
}
