import {describe, expect, test} from 'vitest'

import {draftLoader, liveRoute, sanityFetchClient} from '../../loaders/adapters/next/index.ts'
import {icalendar, jsonFeed, rss} from '../../loaders/feeds/index.ts'
import {ConfigurationError} from '../../loaders/index.ts'
import {memoryNonceStore, usedSecrets} from '../../loaders/preview/index.ts'
import {sampleLoader} from '../support/sampleLoader.ts'

/** Calls a function as plain JavaScript does: no compiler has looked at its arguments. */
const call =
  (target: (...values: never[]) => unknown, ...values: unknown[]) =>
  () =>
    Reflect.apply(target, undefined, values)

const feed = {title: 'Meetings', pageUrl: 'https://example.org', feedUrl: 'https://example.org/f'}
const draftMode = async () => ({isEnabled: false})

describe('a mistake that no compiler sees is a ConfigurationError', () => {
  test.each([
    [
      'icalendar, because a UID would end with @undefined',
      icalendar,
      [[], {title: 'Meetings', hos: 'example.org'}],
      'Did you mean "host"?',
    ],
    ['icalendar', icalendar, [[], {title: 'Meetings'}], 'host of icalendar is missing'],
    ['icalendar', icalendar, [], 'events of icalendar is missing. Use a list.'],
    ['icalendar', icalendar, [[], undefined], 'The options of icalendar are missing'],
    ['jsonFeed', jsonFeed, [[], {...feed, page: 'x'}], 'Did you mean "pageUrl"?'],
    ['jsonFeed', jsonFeed, [[], {title: 'Meetings'}], 'pageUrl of jsonFeed is missing'],
    ['rss', rss, [[], {...feed, feedUrl: '/feed.xml'}], 'feedUrl of rss is "/feed.xml"'],
    ['rss', rss, [{}, feed], 'items of rss is an object'],
    ['liveRoute', liveRoute, [{}], 'draftMode of liveRoute is missing'],
    ['liveRoute', liveRoute, [{draftMode, published: {}}], 'published of liveRoute is an object'],
    ['sanityFetchClient', sanityFetchClient, [], 'sanityFetch of sanityFetchClient is missing'],
    ['usedSecrets', usedSecrets, [{}], 'nonces of usedSecrets is missing'],
    ['memoryNonceStore', memoryNonceStore, [], 'now of memoryNonceStore is missing'],
    [
      'inLanguage',
      (language: never) => sampleLoader().inLanguage(language),
      [],
      'language is "undefined"',
    ],
  ])('of %s', (_, target, values, message) => {
    expect(call(target, ...values)).toThrow(ConfigurationError)
    expect(call(target, ...values)).toThrow(message)
  })

  test('of draftLoader', async () => {
    const loader = sampleLoader()
    await expect(call(draftLoader, loader)()).rejects.toThrow('draftMode of draftLoader is missing')
    await expect(call(draftLoader, {}, draftMode, {})()).rejects.toThrow('loader of draftLoader')
    await expect(call(draftLoader, loader, draftMode)()).rejects.toThrow('options of draftLoader')
  })
})
