import {defaultPagePath, pageFolders} from '@touchpoints/schemas/defaults'
import type {DocumentTypeName} from '@touchpoints/schemas/registry'
import {
  defineLocations,
  type DocumentLocation,
  type DocumentLocationResolvers,
  type DocumentLocationsState,
} from 'sanity/presentation'

type Folder = keyof typeof pageFolders

const people = {title: 'People', href: pathOf('guest')}
const meetingsPage = {title: 'Meetings page', href: defaultPagePath}

/** The pages of the site that show a document of each type. */
export const locations = {
  community: onPage(meetingsPage),
  touchpoint: itemLocations('title', undefined, {title: 'Archive', href: pathOf('archive')}),
  series: itemLocations('title', 'series', {title: 'Series', href: pathOf('series')}),
  guest: itemLocations('name', 'guest', people),
  // Its people and groups show its name. An empty document has neither.
  organization: defineLocations({
    select: {name: 'name'},
    resolve: (value) => (value?.['name'] ? {locations: [people]} : noPage('it has no name')),
  }),
  recording: itemLocations('title', 'recording', {
    title: 'Recordings',
    href: pathOf('recording'),
  }),
  workingGroup: itemLocations('title', 'group', {title: 'Groups', href: pathOf('group')}),
  calendar: onPage({title: 'Calendar', href: pathOf('calendar')}),
  calendarDecision: onPage({title: 'Calendar', href: pathOf('calendar')}),
  meetingsPage: onPage(meetingsPage),
} satisfies Record<DocumentTypeName, DocumentLocationResolvers[string]>

/** Returns the path of a page with a list, or of one item. */
export function pathOf(folder: Folder | undefined, slug?: string): string {
  const base = folder === undefined ? defaultPagePath : `${defaultPagePath}${pageFolders[folder]}/`
  return slug === undefined ? base : `${base}${slug}/`
}

/** Without a tone: a new document has no page yet, and nothing is wrong with it. */
function noPage(reason: string): DocumentLocationsState {
  return {message: `No page shows this document yet: ${reason}.`}
}

function onPage(page: DocumentLocation) {
  return defineLocations({locations: [page]})
}

/**
 * Returns the locations of documents with a page each. A document without a slug has none: it is empty, and the
 * form must not say that a page uses it.
 *
 * @param name - field with the name of the document
 * @param folder - of the pages. Undefined for sessions, which are directly below the meetings page
 */
function itemLocations(name: string, folder: Folder | undefined, list: DocumentLocation) {
  return defineLocations({
    select: {name, slug: 'slug.current'},
    resolve: (value): DocumentLocationsState => {
      const {slug, name: title} = value ?? {}
      if (typeof slug !== 'string' || slug === '') {
        return noPage('it has no slug')
      }
      const own = typeof title === 'string' && title !== '' ? title : 'Untitled'
      return {locations: [{title: own, href: pathOf(folder, slug)}, list]}
    },
  })
}
