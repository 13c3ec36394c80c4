import type {DocumentTypeName, None} from '@touchpoints/schemas/registry'

import {recordingUrl, whenText} from '../../feeds/index.ts'
import type {MeetingsPage} from '../../views/meetingsPage.ts'
import type {RichText} from '../../views/richText.ts'
import type {Touchpoint} from '../../views/touchpoint.ts'
import type {SiteContent} from './siteContent.ts'
import {siteWords} from './siteWords.ts'

export interface DataFilesOptions {
  /** Renders a text as HTML. Without it, the meetings page has no texts, only headings and lists. */
  renderText?: ((text: RichText) => string) | undefined
}

/**
 * Returns the values that templates read, by name: each becomes a data file such as `series.json`. Added fields are in
 * the data of their documents, and `added/venue` has the documents of an added type `venue`.
 *
 * Data files end up in public repositories. Pass the content of a loader for everyone, which has no link to
 * join a meeting for members.
 */
export function dataFiles(
  content: SiteContent,
  {renderText}: DataFilesOptions = {},
): Map<string, unknown> {
  const {snapshot, slugs, page} = content
  const {language} = snapshot
  const files = new Map<string, unknown>()
  files.set('events', {
    ...exportedEvents(content),
    events: snapshot.document.events.map((event) => ({
      ...event,
      when: whenText(event, language),
      slug: slugs.get(event.id),
    })),
  })
  for (const file of Object.values(documentData)) {
    if ('name' in file) files.set(file.name, file.of(content))
  }
  files.set('page', page === null ? {} : pageWithHtml(page, renderText))
  for (const [type, documents] of Object.entries(content.added ?? {})) {
    files.set(`added/${type}`, documents)
  }
  files.set('words', siteWords(language))
  return files
}

/** Returns the content of `events.json` without the time of the next change, which differs each day. */
export function exportedEvents({snapshot}: SiteContent) {
  const {nextChangeAt: _, ...document} = snapshot.document
  return document
}

interface DocumentData {
  /** Name of the file, without `.json`. */
  name: string
  of: (content: SiteContent) => object
}

/** The data file of each document type. */
const documentData = {
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
  meetingsPage: {none: 'page.json has its texts as HTML.'},
} satisfies Record<DocumentTypeName, DocumentData | None>

/** The lists that a template shows in each kind of section, by their names in Hugo and Jekyll. */
const listsOfSection = {
  touchpoints: ['next', 'upcoming', 'past'],
  recordings: ['recordings'],
  workingGroups: ['groups'],
  calendar: ['calendar'],
  otherCalendars: ['other-calendars'],
  callForProposals: [],
  freeText: [],
} as const satisfies Record<MeetingsPage['sections'][number]['kind'], readonly string[]>

function pageWithHtml(page: MeetingsPage, renderText: DataFilesOptions['renderText']) {
  const html = (text: RichText | null) => (text && renderText ? renderText(text) : null)
  return {
    ...page,
    introduction: html(page.introduction),
    sections: page.sections.map((section) => ({
      ...section,
      text: html(section.text),
      lists: listsOfSection[section.kind],
    })),
  }
}

/**
 * Maximum of dates of a series. A card shows one of them. The dates begin with the month of the export, so that an
 * export changes with the content and not with each date that passes.
 */
const datesOfSeries = 16

/** Returns each series with its next dates that take place, with and without sessions. */
function seriesWithDates({series, snapshot}: SiteContent) {
  const month = `${snapshot.now.slice(0, 7)}-01`
  const upcoming = snapshot.document.events.filter(
    ({end, status}) => end > month && (status === 'confirmed' || status === 'tentative'),
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
function groupsWithMeetings(content: SiteContent) {
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
