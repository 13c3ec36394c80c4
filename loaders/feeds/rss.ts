import {Feed} from 'feed'

import type {FeedItem} from './feedItem.ts'
import type {FeedOptions} from './jsonFeed.ts'

/** RSS 2.0, https://www.rssboard.org/rss-specification */
export function rss(items: readonly FeedItem[], options: FeedOptions): string {
  const {title, description, pageUrl, feedUrl} = options
  const newest = items
    .map(({changedAt}) => changedAt)
    .sort()
    .at(-1)
  const feed = new Feed({
    id: pageUrl,
    title,
    description: description ?? title,
    link: pageUrl,
    feedLinks: {rss: feedUrl},
    generator: 'touchpoints',
    copyright: '',
    // Without an entry there is no change to date; the time of asking would spoil every cache.
    updated: new Date(newest ?? 0),
  })
  for (const {id, title, url, text, changedAt, tags} of items) {
    feed.addItem({
      id,
      guid: id,
      title,
      link: url ?? pageUrl,
      description: text,
      date: new Date(changedAt),
      category: tags.map((name) => ({name})),
    })
  }
  return feed.rss2()
}
