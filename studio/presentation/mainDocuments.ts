import {defaultPagePath, pageFolders} from '@touchpoints/schemas/defaults'
import type {DocumentTypeName, None} from '@touchpoints/schemas/registry'
import {defineDocuments} from 'sanity/presentation'

type MainDocument = Parameters<typeof defineDocuments>[0][number]

/** Pages in the default language, and in the other languages of the community. */
function inEachLanguage(path: string): string[] {
  return [path, `/:language${path}`]
}

const onMeetingsPage = {none: 'Only the meetings page shows it.'} as const

/** The pages of a type in its folder. */
function ofFolder(type: DocumentTypeName, folder: keyof typeof pageFolders): MainDocument {
  return {
    route: inEachLanguage(`${defaultPagePath}${pageFolders[folder]}/:slug/`),
    filter: `_type == "${type}" && slug.current == $slug`,
    params: ({params}) => ({slug: params['slug'] ?? ''}),
  }
}

/** The route of the page for each document type. Opening the page in Preview opens the document. */
const pageOfType = {
  community: onMeetingsPage,
  touchpoint: {
    route: inEachLanguage(`${defaultPagePath}:slug/`),
    filter: '_type == "touchpoint" && slug.current == $slug',
    params: ({params}) => ({slug: params['slug'] ?? ''}),
  },
  series: ofFolder('series', 'series'),
  guest: ofFolder('guest', 'guest'),
  organization: onMeetingsPage,
  workingGroup: ofFolder('workingGroup', 'group'),
  recording: ofFolder('recording', 'recording'),
  calendar: onMeetingsPage,
  calendarDecision: onMeetingsPage,
  meetingsPage: {route: inEachLanguage(defaultPagePath), type: 'meetingsPage'},
} satisfies Record<DocumentTypeName, MainDocument | None>

export const mainDocuments = defineDocuments(
  Object.values(pageOfType).flatMap((page) => ('none' in page ? [] : [page])),
)
