import * as fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'

import {ownUrl} from '../../../calendar/links/index.ts'
import type {FeedItem} from '../../../loaders/feeds/feedItem.ts'
import {rss} from '../../../loaders/feeds/rss.ts'

const options = {
  title: 'Meetings',
  pageUrl: 'https://example.org/meetings/',
  feedUrl: 'https://example.org/meetings/feed.xml?a=1&b="2"',
}

const item = (fields: Partial<FeedItem> = {}): FeedItem => ({
  id: 'touchpoint-1',
  title: 'Security',
  text: 'On Thursday',
  changedAt: '2024-03-28T13:00:00Z',
  tags: [],
  ...fields,
})

interface Element {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
}

/** Parses strictly: saxes throws for XML that is not well-formed, with namespaces. */
function parseXml(xml: string): Element {
  const document: Element = {name: '', attributes: {}, text: '', children: []}
  const open = [document]
  const parser = new SaxesParser({xmlns: true})
  parser.on('opentag', ({name, attributes}) => {
    const values = Object.entries(attributes).map(([key, {value}]) => [key, value])
    const element = {name, attributes: Object.fromEntries(values), text: '', children: []}
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => open.pop())
  const faults: string[] = []
  parser.on('error', ({message}) => faults.push(message))
  parser.write(xml).close()
  if (faults.length > 0) throw new Error(faults.join('; '))
  return document
}

const named = ({children}: Element, name: string) => children.filter((each) => each.name === name)

function channelOf(xml: string) {
  const [channel] = parseXml(xml).children.flatMap((element) => named(element, 'channel'))
  if (!channel) throw new Error('The feed has no channel')
  return channel
}

const textOf = (element: Element, name: string) => named(element, name).map(({text}) => text)

describe('an RSS feed', () => {
  test('has the elements that readers need, and its own address', () => {
    const channel = channelOf(
      rss([item({url: ownUrl('https://example.org/1/'), tags: ['a', 'b']})], options),
    )
    expect(textOf(channel, 'title')).toEqual(['Meetings'])
    expect(textOf(channel, 'link')).toEqual([options.pageUrl])
    expect(textOf(channel, 'description')).toEqual(['Meetings'])
    expect(textOf(channel, 'lastBuildDate')).toEqual(['Thu, 28 Mar 2024 13:00:00 GMT'])
    expect(named(channel, 'atom:link')[0]?.attributes).toEqual({
      href: options.feedUrl,
      rel: 'self',
      type: 'application/rss+xml',
    })
    const [entry] = named(channel, 'item')
    expect(entry?.children.map(({name, text}) => [name, text])).toEqual([
      ['title', 'Security'],
      ['link', 'https://example.org/1/'],
      ['guid', 'touchpoint-1'],
      ['pubDate', 'Thu, 28 Mar 2024 13:00:00 GMT'],
      ['description', '<p>On Thursday</p>'],
      ['category', 'a'],
      ['category', 'b'],
    ])
    expect(entry?.children[2]?.attributes).toEqual({isPermaLink: 'false'})
  })

  test('does not depend on the time of the request when it is empty, because caches compare bytes', () => {
    expect(textOf(channelOf(rss([], options)), 'lastBuildDate')).toEqual([
      'Thu, 01 Jan 1970 00:00:00 GMT',
    ])
  })

  test('keeps any text, except for characters that XML forbids', () => {
    const texts = fc.oneof(
      fc.string({unit: 'binary', maxLength: 40}),
      fc.constantFrom(']]>', '<script>&amp;</script>', '\u0000\u0008\u001F', '\uD800', '\uFFFE'),
    )
    const items = fc.array(
      fc.record({id: texts, title: texts, text: texts, tags: fc.array(texts, {maxLength: 3})}),
      {maxLength: 5},
    )
    fc.assert(
      fc.property(items, texts, (all, title) => {
        const channel = channelOf(rss(all.map(item), {...options, title}))
        expect(textOf(channel, 'title')).toEqual([inXml(title)])
        expect(named(channel, 'item')).toHaveLength(all.length)
        named(channel, 'item').forEach((entry, index) => {
          const expected = all[index]
          expect(textOf(entry, 'guid')).toEqual([inXml(expected?.id ?? '')])
          expect(textOf(entry, 'title')).toEqual([inXml(expected?.title ?? '')])
          const [description = ''] = textOf(entry, 'description')
          expect(readHtml(description)).toBe(
            inXml(expected?.text ?? '').replaceAll(/\n{2,}/g, '\n\n'),
          )
          expect(textOf(entry, 'category')).toEqual(expected?.tags.map(inXml))
        })
      }),
    )
  })

  test('shows the markup of a calendar as text, because readers parse descriptions as HTML', () => {
    const text = 'Hi\n<img src=x onerror=alert(1)>\n\n&lt;b&gt;'
    const [entry] = named(channelOf(rss([item({text})], options)), 'item')
    expect(entry && textOf(entry, 'description')).toEqual([
      '<p>Hi<br>&lt;img src=x onerror=alert(1)&gt;</p><p>&amp;lt;b&amp;gt;</p>',
    ])
  })

  test('is rejected by the strict parser with a bare ampersand or a control character', () => {
    expect(() => parseXml('<a>1 & 2; 3</a>')).toThrow('disallowed character in entity name')
    expect(() => parseXml('<a>\u0008</a>')).toThrow('disallowed character')
  })
})

/** Reads the description of an item as HTML, as readers do. It contains no markup but paragraphs and lines. */
function readHtml(html: string): string {
  expect(html.replaceAll(/<p>|<\/p>|<br>/g, '')).not.toMatch(/[<>]/)
  const text = html.slice('<p>'.length, -'</p>'.length).replaceAll('</p><p>', '\n\n')
  const named = new Map([
    ['lt', '<'],
    ['gt', '>'],
    ['quot', '"'],
    ['amp', '&'],
  ])
  return text
    .replaceAll('<br>', '\n')
    .replaceAll(/&(\w+);/g, (_, name: string) => named.get(name) ?? '')
}

/** Characters of XML 1.0 (production 2), with line ends as a parser reads them (section 2.11). */
function inXml(text: string): string {
  const allowed = Array.from(text).filter((character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return [0x9, 0xa, 0xd].includes(code)
    return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
  })
  return allowed.join('').replaceAll(/\r\n?/g, '\n')
}
