import {defaultPagePath} from '@touchpoints/schemas/defaults'
import type {DocumentTypeName, None} from '@touchpoints/schemas/registry'
import {defineDocuments} from 'sanity/presentation'

type MainDocument = Parameters<typeof defineDocuments>[0][number]

/** Pages in the default language, and in the other languages of the community. */
function inEachLanguage(path: string): string[] {
  return [path, `/:language${path}`]
}

const onMeetingsPage = {none: 'Only the meetings page shows it.'} as const

/** The route of the page for each document type. Opening the page in Preview opens the document. */
const pageOfType = {
  community: onMeetingsPage,
  touchpoint: {
    route: inEachLanguage(`${defaultPagePath}:slug/`),
    filter: '_type == "touchpoint" && slug.current == $slug',
    params: ({params}) => ({slug: params['slug'] ?? ''}),
  },
  series: onMeetingsPage,
  guest: onMeetingsPage,
  organization: onMeetingsPage,
  workingGroup: {
    route: inEachLanguage(`${defaultPagePath}groups/:slug/`),
    filter: '_type == "workingGroup" && slug.current == $slug',
    params: ({params}) => ({slug: params['slug'] ?? ''}),
  },
  recording: onMeetingsPage,
  calendar: onMeetingsPage,
  calendarDecision: onMeetingsPage,
  meetingsPage: {route: inEachLanguage(defaultPagePath), type: 'meetingsPage'},
} satisfies Record<DocumentTypeName, MainDocument | None>

export const mainDocuments = defineDocuments(
  Object.values(pageOfType).flatMap((page) => ('none' in page ? [] : [page])),
)
