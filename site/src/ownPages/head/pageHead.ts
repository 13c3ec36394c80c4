import {statusWord} from '@touchpoints/words'
import type {SitePath} from '@touchpoints/calendar/links'
import {dateKey} from '@touchpoints/words/dates'
import type {LoaderResult} from 'touchpoints'
import {eventJsonLd, type JsonLd, seriesJsonLd} from 'touchpoints/feeds'

import {type SiteContext, siteName} from '../../languages/siteContext.ts'
import {absoluteUrl} from '../../links/absoluteUrl.ts'
import {feedPath} from '../../links/feedPath.ts'
import {path} from '../../links/path.ts'
import type {Meetings} from '../../meetings/pageContent.ts'
import {publishedTouchpoint} from '../../meetings/publishedTouchpoint.ts'
import {pathOf, type Route} from '../../meetings/route.ts'
import {plainBlocks} from '../../text/plainBlocks.ts'
import type {ShownPage} from '../loadRoute.ts'
import {collectionJsonLd, groupJsonLd, personJsonLd, trailJsonLd, videoJsonLd} from './jsonLd.ts'
import {shortText} from './shortText.ts'

/** What search engines, feed readers and other sites show of a page. */
export interface PageHead {
  /** Name of the page, without that of the site. */
  title: string
  description: string
  /** Path of the page, without the parameters of the request. */
  path: SitePath
  /** Pages above this one, the meetings page first. */
  trail: readonly Crumb[]
  /** Type of the Open Graph protocol. */
  type: 'website' | 'article' | 'profile' | 'video.other'
  /** Small text above the title on the image of the page: the kind of page, or what a session belongs to. */
  label: string
  /** Text below the title on the image. */
  detail: string
  /** `YYYY-MM-DD` of a session or a recording. */
  date?: string
  /** The feed of what the page is about, besides that of the whole site. */
  feed?: {title: string; path: SitePath}
  jsonLd: readonly JsonLd[]
}

export interface Crumb {
  title: string
  path: SitePath
}

interface HeadRequest {
  site: SiteContext
  documents: LoaderResult<Meetings>
}

type Own = Omit<PageHead, 'trail' | 'path' | 'label' | 'detail' | 'jsonLd'> & {
  route: Route
  label?: string
  detail?: string
  /** The list that the page belongs to. */
  parent?: Crumb
  jsonLd?: readonly JsonLd[]
}

/** Returns the head of a page. Titles are made here only. */
export function pageHead(page: ShownPage, {site, documents}: HeadRequest): PageHead {
  const {pagePath, title} = site
  const own = ownHead(page, {site, documents})
  const {route, parent, label, detail, jsonLd, ...shared} = own
  const ownPath = pathOf(pagePath, route)
  const trail =
    route.kind === 'meetings' ? [] : [{title, path: pagePath}, ...(parent ? [parent] : [])]
  const head = {...shared, path: ownPath, trail}
  const parts = jsonLd ?? [collectionJsonLd(head, site)]
  return {
    ...head,
    label: label ?? parent?.title ?? siteName(site),
    detail: detail ?? own.description,
    jsonLd:
      trail.length > 0
        ? [...parts, trailJsonLd([...trail, {title: own.title, path: ownPath}])]
        : parts,
  }
}

function ownHead(page: ShownPage, {site, documents}: HeadRequest): Own {
  const {apiPath, community, language, pagePath, words} = site
  const {dates, say} = words
  const {data: meetings} = documents
  const organizer = {name: siteName(site), url: absoluteUrl(pagePath)}
  const url = (route: Route) => absoluteUrl(pathOf(pagePath, route))
  const list = (kind: 'archive' | 'group' | 'series' | 'guest' | 'topic' | 'recording') => ({
    title: listTitle(kind, site),
    path: pathOf(pagePath, {kind}),
  })
  switch (page.kind) {
    case 'meetings': {
      const introduction = plainBlocks(meetings.page?.introduction ?? [])
      const description = shortText(introduction || (community?.description ?? ''))
      return {route: {kind: 'meetings'}, title: site.title, description, type: 'website'}
    }
    case 'calendar': {
      const section = meetings.page?.sections.find(({kind}) => kind === 'calendar')
      const title = section?.heading ?? say('pages.calendar')
      return {
        route: {kind: 'calendar'},
        title,
        description: say('pages.calendarText'),
        type: 'website',
      }
    }
    case 'search': {
      const query = page.request?.query
      return {
        route: {kind: 'search'},
        title: query === undefined ? say('search.title') : say('search.resultsFor', {query}),
        description: say('search.hint'),
        type: 'website',
        jsonLd: [],
      }
    }
    case 'touchpoint': {
      const {data: session} = page
      const {schedule, series, slug, status, summary, title} = session
      const zone = schedule.timeZone
      const when = `${say('cadence.dateTime', {
        date: dates.longDay(schedule.start, zone),
        time: dates.clockRange(schedule.start, schedule.end, zone),
      })} ${dates.zoneName(schedule.start, zone)}`
      const label = inOneLine(series.group?.title, series.title)
      const event = publishedTouchpoint(session, pagePath)
      const cancelled = status === 'cancelled' && statusWord(words, status)
      return {
        route: {kind: 'touchpoint', slug},
        title,
        description: shortText(inOneLine(when, summary ?? label)),
        type: 'article',
        label,
        date: dateKey(schedule.start, zone),
        detail: inOneLine(cancelled, when),
        parent: {title: series.title, path: pathOf(pagePath, {kind: 'series', slug: series.slug})},
        jsonLd: event
          ? [eventJsonLd(event, {pageUrl: url({kind: 'touchpoint', slug}), organizer})]
          : [],
      }
    }
    case 'archive':
      return {
        route: {kind: 'archive'},
        title: say('pages.archive'),
        description: say('pages.archiveText'),
        type: 'website',
      }
    case 'year': {
      const title = say('pages.inYear', {year: page.year})
      const count = say('site.sessionCount', {count: page.count})
      return {
        route: {kind: 'archive', slug: page.year},
        title,
        description: inOneLine(page.year, count),
        type: 'website',
        detail: count,
        parent: list('archive'),
      }
    }
    case 'groups':
      return {
        route: {kind: 'group'},
        title: list('group').title,
        description: say('pages.groupsText'),
        type: 'website',
      }
    case 'group': {
      const {group} = page
      const route = {kind: 'group', slug: group.slug} as const
      return {
        route,
        title: group.title,
        description: shortText(
          group.description ?? say('site.subscribeGroup', {title: group.title}),
        ),
        type: 'website',
        label: group.kind ? words.start(group.kind) : list('group').title,
        detail: shortText(group.description ?? '', 140),
        parent: list('group'),
        feed: {
          title: group.title,
          path: feedPath({
            apiPath,
            name: 'feed.xml',
            filter: 'working-group',
            value: group.slug,
            slug: group.slug,
          }),
        },
        jsonLd: [groupJsonLd(group, url(route), organizer)],
      }
    }
    case 'seriesList':
      return {
        route: {kind: 'series'},
        title: list('series').title,
        description: say('pages.seriesText'),
        type: 'website',
      }
    case 'series': {
      const {series} = page
      const route = {kind: 'series', slug: series.slug} as const
      const {upcoming, past} = page.sessions
      const sessions = [...upcoming, ...past.items].flatMap(
        (each) => publishedTouchpoint(each, pagePath) ?? [],
      )
      const known = new Set(sessions.map(({start}) => start))
      const planned = page.dates
        .map(({published}) => published)
        .filter(({start}) => !known.has(start))
      const events = [...sessions, ...planned].toSorted((a, b) => (a.start < b.start ? -1 : 1))
      return {
        route,
        title: series.title,
        description: shortText(
          series.description ??
            inOneLine(
              series.group?.title ?? siteName(site),
              series.cadenceText,
              page.sessions.pastTotal > 0 &&
                say('site.sessionCount', {count: page.sessions.pastTotal}),
            ),
        ),
        type: 'website',
        label: series.group?.title ?? list('series').title,
        detail: shortText(series.description ?? '', 140),
        parent: list('series'),
        feed: {
          title: series.title,
          path: feedPath({
            apiPath,
            name: 'feed.xml',
            filter: 'series',
            value: series.slug,
            slug: series.slug,
          }),
        },
        jsonLd: [
          seriesJsonLd(
            {title: series.title, ...(series.description && {description: series.description})},
            events,
            {pageUrl: url(route), organizer},
          ),
        ],
      }
    }
    case 'people':
      return {
        route: {kind: 'guest'},
        title: list('guest').title,
        description: say('pages.peopleText'),
        type: 'website',
      }
    case 'person': {
      const {person} = page
      const route = {kind: 'guest', slug: person.slug} as const
      const work = inOneLine(person.role, person.organization?.name)
      return {
        route,
        title: person.name,
        description: shortText(person.bio ?? say('pages.personText', {name: person.name})),
        type: 'profile',
        detail: work,
        parent: list('guest'),
        jsonLd: [personJsonLd(person, url(route))],
      }
    }
    case 'topics':
      return {
        route: {kind: 'topic'},
        title: list('topic').title,
        description: say('pages.topicsText'),
        type: 'website',
      }
    case 'topic': {
      const {topic} = page
      return {
        route: {kind: 'topic', slug: topic.slug},
        title: topic.name,
        description: say('pages.topicText', {topic: topic.name}),
        type: 'website',
        detail: say('site.sessionCount', {count: topic.entries.length}),
        parent: list('topic'),
        feed: {
          title: topic.name,
          path: feedPath({
            apiPath,
            name: 'feed.xml',
            filter: 'topic',
            value: topic.stored,
            slug: topic.slug,
          }),
        },
      }
    }
    case 'recordings':
      return {
        route: {kind: 'recording'},
        title: list('recording').title,
        description: say('pages.recordingsText'),
        type: 'website',
        feed: {title: say('site.recordings'), path: path`${apiPath}recordings.xml`},
      }
    case 'recording': {
      const {recording, session} = page
      const route = {kind: 'recording', slug: recording.slug} as const
      const date = recording.date ?? recording.touchpoint?.start.slice(0, 10)
      const video = videoJsonLd(recording, {
        url: url(route),
        description: session?.summary ?? recording.title,
        ...((session?.language ?? session?.series.language ?? language) && {
          language: session?.language ?? session?.series.language ?? language,
        }),
      })
      return {
        route,
        title: recording.title,
        description: shortText(
          session?.summary ??
            inOneLine(
              say('site.recording'),
              recording.season ?? session?.series.title,
              date && dates.dateName(date),
            ),
        ),
        type: 'video.other',
        label: recording.season ?? session?.series.title ?? list('recording').title,
        ...(date !== undefined && {date}),
        detail: date ? dates.dateName(date) : '',
        parent: list('recording'),
        jsonLd: video ? [video] : [],
      }
    }
  }
}

/** Joins facts in a way that each language reads. A comma differs between scripts. */
function inOneLine(...texts: readonly (string | null | undefined | false)[]): string {
  return texts.filter(Boolean).join(' · ')
}

/** Returns the heading of a list. */
export function listTitle(
  kind: 'archive' | 'group' | 'series' | 'guest' | 'topic' | 'recording',
  {words}: Pick<SiteContext, 'words'>,
): string {
  return words.say(listTitles[kind])
}

const listTitles = {
  archive: 'pages.archive',
  group: 'site.groups',
  series: 'pages.series',
  guest: 'pages.people',
  topic: 'pages.topics',
  recording: 'site.recordings',
} as const
