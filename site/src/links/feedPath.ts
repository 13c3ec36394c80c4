import type {SitePath} from '@touchpoints/calendar/links'

import {isStatic} from '../output.ts'
import {path} from './path.ts'

/** What a feed can be limited to, and the folder of its files. */
export const feedFolders = {
  'working-group': 'groups',
  series: 'series',
  topic: 'topics',
} as const

export type FeedFilter = keyof typeof feedFolders

/** A feed of a part of the calendar. */
export interface PartFeed {
  /** Path below which the calendar and the feeds are. */
  apiPath: SitePath
  name: 'calendar.ics' | 'feed.xml'
  filter: FeedFilter
  /** The value of the filter: a slug, or a topic as it is stored. */
  value: string
  /** Slug of the topic, group or series, for the name of a folder. */
  slug: string
}

/**
 * Returns the path of a feed of a group, a series or a topic. A web server of files knows no query, so in a static
 * site it is a file.
 *
 * @example
 * feedPath({apiPath, name: 'feed.xml', filter: 'topic', value: 'AI & law', slug: 'ai-law'}, true)
 * // '/api/topics/ai-law/feed.xml'
 */
export function feedPath(
  {apiPath, name, filter, value, slug}: PartFeed,
  asFile: boolean = isStatic,
): SitePath {
  return asFile
    ? path`${apiPath}${feedFolders[filter]}/${slug}/${name}`
    : path`${apiPath}${name}?${filter}=${value}`
}
