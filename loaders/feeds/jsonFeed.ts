import {
  checkOptions,
  list,
  requireValue,
  text,
  webAddress,
  type Checks,
} from '../options/optionChecks.ts'
import type {FeedItem} from './feedItem.ts'

export interface FeedOptions {
  title: string
  description?: string
  /** Absolute address of the page that the feed belongs to. */
  pageUrl: string
  /** Absolute address of the feed. */
  feedUrl: string
  /** BCP 47 tag of the texts. Absent means that the feed does not say. */
  language?: string
}

const checks = {
  title: text,
  description: text,
  pageUrl: webAddress,
  feedUrl: webAddress,
  language: text,
} as const satisfies Checks<FeedOptions>

/** Checks the input of a feed. @throws ConfigurationError when an option is missing or invalid */
export function checkFeed(owner: string, items: unknown, options: FeedOptions): void {
  requireValue(owner, 'items', items, list)
  checkOptions(owner, options, checks, ['title', 'pageUrl', 'feedUrl'])
}

/** JSON Feed, https://jsonfeed.org/version/1.1 */
export interface JsonFeed {
  version: 'https://jsonfeed.org/version/1.1'
  title: string
  description?: string
  home_page_url: string
  feed_url: string
  language?: string
  items: {
    id: string
    title: string
    url?: string
    content_text: string
    date_modified: string
    tags?: readonly string[]
  }[]
}

/** Returns a JSON Feed of these items. @throws ConfigurationError when an option is missing or invalid */
export function jsonFeed(items: readonly FeedItem[], options: FeedOptions): JsonFeed {
  checkFeed('jsonFeed', items, options)
  const {title, description, pageUrl, feedUrl, language} = options
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(description && {description}),
    home_page_url: pageUrl,
    feed_url: feedUrl,
    ...(language && {language}),
    items: items.map(({id, title, url, text, changedAt, tags}) => ({
      id,
      title,
      ...(url && {url}),
      content_text: text,
      date_modified: changedAt,
      ...(tags.length > 0 && {tags}),
    })),
  }
}
