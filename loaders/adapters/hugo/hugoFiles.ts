import type {DocumentTypeName, None} from '@touchpoints/schemas/registry'

import {
  icalendar,
  recordingItems,
  recordingUrl,
  rss,
  touchpointItems,
  whenText,
} from '../../feeds/index.ts'
import type {CalendarSnapshot} from '../../feeds/readSnapshot.ts'
import type {Community} from '../../views/community.ts'
import type {Recording} from '../../views/recording.ts'
import type {Series} from '../../views/series.ts'
import type {Touchpoint} from '../../views/touchpoint.ts'
import type {WorkingGroup} from '../../views/workingGroup.ts'
import {hugoWords} from './hugoWords.ts'

export interface HugoContent {
  community: Community | null
  snapshot: CalendarSnapshot
  touchpoints: readonly Touchpoint[]
  series: readonly Series[]
  workingGroups: readonly WorkingGroup[]
  recordings: readonly Recording[]
  /** Documents of the types that the project adds, by the name of the type. */
  added?: Readonly<Record<string, readonly unknown[]>>
}

export interface HugoOptions {
  /** Address of the site. Its host is the suffix of the UIDs in calendar.ics. */
  siteUrl: string
  /** Folder of the touchpoints' pages in `content/`. Defaults to `touchpoints`. */
  section?: string
  /**
   * `files` writes a Markdown file for each touchpoint. `adapter` writes one `_content.gotmpl` that creates
   * the pages from the data, for Hugo 0.126 and later. Defaults to `files`.
   */
  pages?: 'files' | 'adapter'
  /** Source of the bundled custom elements. Without it, the site has none. */
  elementScript?: string | undefined
}

/**
 * Returns the files for a Hugo site, by path from its root: data files, a page for each touchpoint, and
 * static files. Added fields are in the data of their documents, and `data/touchpoints/added/venue.json` has the
 * documents of an added type `venue`. The shortcodes are a separate theme, see `hugoModule`.
 *
 * Data files end up in public repositories. Pass the content of a loader for everyone, which has no link to
 * join a meeting for members.
 */
export function hugoFiles(content: HugoContent, options: HugoOptions): Map<string, string> {
  const {snapshot} = content
  const {siteUrl, section = 'touchpoints', pages = 'files', elementScript} = options
  const {document, language} = snapshot
  const files = new Map<string, string>()
  const data = (name: string, value: unknown) =>
    files.set(`data/touchpoints/${name}.json`, `${JSON.stringify(value, null, 2)}\n`)
  data('events', {
    ...document,
    events: document.events.map((event) => ({...event, when: whenText(event, language)})),
  })
  for (const file of Object.values(dataFiles)) {
    if ('name' in file) data(file.name, file.of(content))
  }
  for (const [type, documents] of Object.entries(content.added ?? {})) {
    data(`added/${type}`, documents)
  }
  data('words', hugoWords(language))
  data('settings', {script: elementScript === undefined ? null : 'touchpoints/element.js'})

  const feed = {
    title: document.title,
    pageUrl: siteUrl,
    feedUrl: new URL('touchpoints/feed.xml', siteUrl).href,
    language,
  }
  const {host} = new URL(siteUrl)
  files.set('static/touchpoints/events.json', JSON.stringify(document))
  files.set(
    'static/touchpoints/calendar.ics',
    icalendar(document.events, {title: document.title, host, language}),
  )
  files.set(
    'static/touchpoints/feed.xml',
    rss(touchpointItems(document.events, snapshot.now, language), feed),
  )
  files.set('static/touchpoints/recordings.xml', rss(recordingItems(content.recordings), feed))
  if (elementScript !== undefined) files.set('static/touchpoints/element.js', elementScript)

  const touchpointPages = content.touchpoints.map(withWhen(language)).map(pageOf)
  if (pages === 'adapter') {
    data('pages', touchpointPages)
    files.set(`content/${section}/_content.gotmpl`, contentAdapter)
  } else {
    for (const each of touchpointPages)
      files.set(`content/${section}/${each.slug}.md`, pageFile(each))
  }
  return files
}

interface DataFile {
  /** Name in `data/touchpoints/`, without `.json`. */
  name: string
  of: (content: HugoContent) => object
}

/** The data file of each document type. */
const dataFiles = {
  community: {name: 'community', of: ({community}) => community ?? {}},
  touchpoint: {
    name: 'touchpoints',
    of: ({touchpoints, snapshot}) => touchpoints.map(withWhen(snapshot.language)),
  },
  series: {name: 'series', of: seriesWithDates},
  guest: {none: 'Touchpoints and working groups include theirs.'},
  organization: {none: 'Guests and working groups include theirs.'},
  workingGroup: {name: 'working_groups', of: groupsWithMeetings},
  recording: {
    name: 'recordings',
    of: ({recordings}) => recordings.map((each) => ({...each, href: recordingUrl(each)})),
  },
  calendar: {none: 'events.json has what a page shows of a calendar.'},
  calendarDecision: {none: 'The merged calendar already respects it.'},
  meetingsPage: {none: 'The page is written in Hugo; its shortcodes show the rest.'},
} satisfies Record<DocumentTypeName, DataFile | None>

/** A card shows one date. More are there for a build that is weeks after the export. */
const datesOfSeries = 10

/** Returns each series with its next dates that take place, with and without sessions. */
function seriesWithDates({series, snapshot}: HugoContent) {
  const upcoming = snapshot.document.events.filter(
    ({end, status}) => end > snapshot.now && (status === 'confirmed' || status === 'tentative'),
  )
  const bySeries = Map.groupBy(upcoming, (event) => event.series?.id)
  return series.map((each) => ({
    ...each,
    dates: (bySeries.get(each._id) ?? []).slice(0, datesOfSeries).map((event) => {
      const {start, end, status, url} = event
      return {start, end, status, url, when: whenText(event, snapshot.language)}
    }),
  }))
}

/** Returns each group with its series, those of the group itself. Ended ones are left out. */
function groupsWithMeetings(content: HugoContent) {
  const meeting = seriesWithDates(content).filter(({lifecycle}) => lifecycle !== 'ended')
  const byGroup = Map.groupBy(meeting, ({group}) => group?._id)
  return content.workingGroups.map((each) => ({
    ...each,
    meetings: (byGroup.get(each._id) ?? []).map(
      ({title, slug, meets, lifecycle, cadenceText, audience, dates}) => ({
        title,
        slug,
        meets,
        lifecycle,
        cadenceText,
        audience,
        dates,
      }),
    ),
  }))
}

function withWhen(language: string) {
  return (touchpoint: Touchpoint) => {
    const time = {...touchpoint.schedule, allDay: false, floating: false}
    return {...touchpoint, when: whenText(time, language)}
  }
}

/**
 * Returns the front matter of a touchpoint's page. `date` is never in the future, because Hugo would not
 * publish the page before it.
 */
function pageOf(touchpoint: Touchpoint) {
  const {title, slug, updatedAt, schedule, status, series, topics} = touchpoint
  return {
    title,
    slug,
    date: schedule.start < updatedAt ? schedule.start : updatedAt,
    lastmod: updatedAt,
    params: {
      touchpoint: slug,
      start: schedule.start,
      end: schedule.end,
      timeZone: schedule.timeZone,
      status,
      series: series.slug,
      ...(series.group && {group: series.group.slug}),
      topics,
    },
  }
}

/** Returns a page with front matter in JSON, which Hugo reads, and which no title can break out of. */
function pageFile({params, ...front}: ReturnType<typeof pageOf>): string {
  return `${JSON.stringify({...front, ...params}, null, 2)}\n\n{{< touchpoint >}}\n`
}

/** Creates the same pages from data/touchpoints/pages.json that `pageFile` writes as files. */
const contentAdapter = `{{- range site.Data.touchpoints.pages -}}
  {{- $content := dict "mediaType" "text/markdown" "value" "{{< touchpoint >}}" -}}
  {{- $dates := dict "date" (time.AsTime .date) "lastmod" (time.AsTime .lastmod) -}}
  {{- $page := dict "path" .slug "slug" .slug "title" .title "dates" $dates -}}
  {{- $.AddPage (merge $page (dict "params" .params "content" $content)) -}}
{{- end -}}
`
