import type {Cadence} from '@touchpoints/calendar/time'
import {cadenceOf, fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'

/** A document as the welcome shows it: its draft, if it has one. */
export interface WelcomeDocument {
  /** Id of the published form. */
  id: string
  isPublished: boolean
  /** Whether it has changes that visitors do not see. */
  hasDraft: boolean
}

export interface WelcomeCommunity extends WelcomeDocument {
  name?: string | undefined
  shortName?: string | undefined
  /** IANA id. */
  timeZone?: string | undefined
  accentColor?: string | undefined
  /** BCP 47 tags. The first one is the default. */
  languages: readonly string[]
}

export interface WelcomeSeries extends WelcomeDocument {
  title: string
  slug?: string | undefined
  cadence?: Cadence | undefined
  minutes?: number | undefined
  audience?: string | undefined
}

export interface WelcomeCalendar extends WelcomeDocument {
  title: string
}

export interface WelcomeSession extends WelcomeDocument {
  title: string
  slug?: string | undefined
  /** UTC instant. */
  start?: string | undefined
}

/** What a dataset has of a first session on the page. */
export interface WelcomeFacts {
  /** Undefined without a community document. */
  community: WelcomeCommunity | undefined
  /** Undefined without a meetings page. */
  page: (WelcomeDocument & {path?: string | undefined}) | undefined
  /** The oldest first. */
  series: readonly WelcomeSeries[]
  calendars: readonly WelcomeCalendar[]
  /** The session that was published last. */
  published: WelcomeSession | undefined
  /** Sessions that were never published, the earliest first. */
  drafts: readonly WelcomeSession[]
}

const maxDocuments = 100

/** Versions belong to a release, which publishes them. */
const stored = '!(_id in path("versions.**"))'

/** GROQ query for `readWelcomeFacts`, in the perspective `raw`. */
export const welcomeQuery = `{
  "singletons": *[_type in ["community", "meetingsPage"] && ${stored}]{
    _id, _type, name, shortName, timeZone, accentColor, languages, path
  },
  "series": *[_type == "series" && ${stored}] | order(_createdAt asc)[0...${maxDocuments}]{
    _id, title, "slug": slug.current, cadence, minutes, audience
  },
  "calendars": *[_type == "calendar" && ${stored}] | order(_createdAt asc)[0...${maxDocuments}]{_id, title},
  "sessions": *[_type == "touchpoint" && _id in path("drafts.**")] | order(schedule.start asc)[0...${maxDocuments}]{
    _id, title, "slug": slug.current, "start": schedule.start,
    "isPublished": defined(*[_id == string::split(^._id, "drafts.")[1]][0]._id)
  },
  "published": *[_type == "touchpoint" && ${stored} && !(_id in path("drafts.**"))] | order(_updatedAt desc)[0]{
    _id, title, "slug": slug.current, "start": schedule.start
  }
}`

/** Types that `welcomeQuery` reads. */
export const welcomeTypes = ['community', 'meetingsPage', 'series', 'calendar', 'touchpoint']

/** Reads the result of `welcomeQuery`. A draft stands in front of its published form. */
export function readWelcomeFacts(result: unknown): WelcomeFacts {
  const {singletons, series, calendars, sessions, published} = fieldsOf(result)
  const single = (type: string) => merged(listIn(singletons).filter(({_type}) => _type === type))[0]
  const [community, page, latest] = [single('community'), single('meetingsPage'), published]
  return {
    community: community && communityIn(community),
    page: page && {...page.document, path: textOf(page.fields['path'])},
    series: merged(listIn(series)).map(seriesIn),
    calendars: merged(listIn(calendars)).map(({document, fields}) => ({
      ...document,
      title: titleIn(fields),
    })),
    published: merged(listIn([latest])).map(sessionIn)[0],
    drafts: listIn(sessions)
      .filter(({isPublished}) => isPublished !== true)
      .flatMap((each) => merged([each]).map(sessionIn)),
  }
}

type Fields = ReturnType<typeof fieldsOf>

interface Merged {
  document: WelcomeDocument
  fields: Fields
}

/** Joins drafts and their published forms. */
function merged(documents: readonly Fields[]): Merged[] {
  const withIds = documents.flatMap((fields) => {
    const id = textOf(fields['_id'])
    return id === undefined ? [] : [{id, fields}]
  })
  const groups = Map.groupBy(withIds, ({id}) => publishedId(id))
  return [...groups].flatMap(([id, forms]) => {
    const draft = forms.find((form) => form.id !== id)
    const shown = draft ?? forms[0]
    if (!shown) return []
    const isPublished = forms.some((form) => form.id === id)
    return [{document: {id, isPublished, hasDraft: draft !== undefined}, fields: shown.fields}]
  })
}

function communityIn({document, fields}: Merged): WelcomeCommunity {
  return {
    ...document,
    name: textOf(fields['name']),
    shortName: textOf(fields['shortName']),
    timeZone: textOf(fields['timeZone']),
    accentColor: textOf(fields['accentColor']),
    languages: textsIn(fields['languages']),
  }
}

function seriesIn({document, fields}: Merged): WelcomeSeries {
  const {minutes} = fields
  return {
    ...document,
    title: titleIn(fields),
    slug: textOf(fields['slug']),
    cadence: cadenceOf(fields['cadence']),
    minutes: typeof minutes === 'number' ? minutes : undefined,
    audience: textOf(fields['audience']),
  }
}

function sessionIn({document, fields}: Merged): WelcomeSession {
  return {
    ...document,
    title: titleIn(fields),
    slug: textOf(fields['slug']),
    start: textOf(fields['start']),
  }
}

function titleIn(fields: Fields): string {
  return textOf(fields['title']) ?? 'Untitled'
}

function listIn(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : []
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((each: unknown) => textOf(each) ?? []) : []
}
