import {icalendar, recordingItems, rss, touchpointItems} from '../../feeds/index.ts'
import {exportedEvents} from './dataFiles.ts'
import type {SiteContent} from './siteContent.ts'

export interface FeedFilesOptions {
  /** Address of the site. Its host is the suffix of the UIDs in calendar.ics. */
  siteUrl: string
  /** Path of the files on the site, such as `touchpoints`. */
  path: string
}

/** Returns the files that a site serves as they are, by name: `events.json`, `calendar.ics` and two RSS feeds. */
export function feedFiles(
  content: SiteContent,
  {siteUrl, path}: FeedFilesOptions,
): Map<string, string> {
  const {snapshot, recordings} = content
  const {language, now} = snapshot
  const {title, events} = snapshot.document
  const {host, href} = new URL(siteUrl)
  const base = href.endsWith('/') ? href : `${href}/`
  const feed = {title, pageUrl: siteUrl, feedUrl: new URL(`${path}/feed.xml`, base).href, language}
  return new Map([
    ['events.json', JSON.stringify(exportedEvents(content))],
    ['calendar.ics', icalendar(events, {title, host, language})],
    ['feed.xml', rss(touchpointItems(events, now, language), feed)],
    [
      'recordings.xml',
      rss(recordingItems(recordings), {
        ...feed,
        feedUrl: new URL(`${path}/recordings.xml`, base).href,
      }),
    ],
  ])
}
