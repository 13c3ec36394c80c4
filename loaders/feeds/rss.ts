import {escapeMarkup} from './escapeMarkup.ts'
import type {FeedItem} from './feedItem.ts'
import {checkFeed, type FeedOptions} from './jsonFeed.ts'

/** Returns an RSS 2.0 feed, https://www.rssboard.org/rss-specification. */
export function rss(items: readonly FeedItem[], options: FeedOptions): string {
  checkFeed('rss', items, options)
  const {title, description, pageUrl, feedUrl, language} = options
  const newest = items
    .map(({changedAt}) => changedAt)
    .sort()
    .at(-1)
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', title),
    element('link', pageUrl),
    element('description', description ?? title),
    ...(language ? [element('language', language)] : []),
    // An empty feed has no date of a change. The time of the request would defeat every cache.
    element('lastBuildDate', new Date(newest ?? 0).toUTCString()),
    element('docs', 'https://www.rssboard.org/rss-specification'),
    element('generator', 'touchpoints'),
    `<atom:link href="${escapeMarkup(feedUrl)}" rel="self" type="application/rss+xml"/>`,
    ...items.flatMap((item) => itemLines(item, pageUrl)),
    '</channel>',
    '</rss>',
  ]
  return `${lines.join('\n')}\n`
}

function itemLines({id, title, url, text, changedAt, tags}: FeedItem, pageUrl: string): string[] {
  return [
    '<item>',
    element('title', title),
    element('link', url ?? pageUrl),
    `<guid isPermaLink="false">${escapeMarkup(id)}</guid>`,
    element('pubDate', new Date(changedAt).toUTCString()),
    element('description', html(text)),
    ...tags.map((tag) => element('category', tag)),
    '</item>',
  ]
}

/**
 * Writes plain text as HTML: readers parse the description of an item as HTML. Without this, the text
 * `<img src=x onerror=…>` of a calendar would be markup in them.
 */
function html(text: string): string {
  const paragraphs = escapeMarkup(text.replaceAll(/\r\n?/g, '\n')).split(/\n{2,}/)
  return paragraphs.map((each) => `<p>${each.replaceAll('\n', '<br>')}</p>`).join('')
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`
}
