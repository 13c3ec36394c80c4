import {expect, test} from 'vitest'

import {jsonFeed, rss, touchpointItems, whenText} from '../../../loaders/feeds/index.ts'
import {publishedEvent} from './publishedEvents.ts'

test.each([
  ['en', 'Thursday 28 March 2024, 14:00–15:00, Europe/Madrid (13:00 UTC)'],
  ['es', 'jueves, 28 de marzo de 2024, 14:00–15:00, Europe/Madrid (13:00 UTC)'],
  ['fr', 'jeudi 28 mars 2024, 14:00–15:00, Europe/Madrid (13:00 UTC)'],
  ['de', 'Donnerstag, 28. März 2024, 14:00–15:00 Uhr, Europe/Madrid (13:00 Uhr UTC)'],
  ['ja', '2024年3月28日木曜日 14:00–15:00 Europe/Madrid（13:00 UTC）'],
  ['zh', '2024年3月28日星期四 14:00–15:00，Europe/Madrid（13:00 UTC）'],
  ['ar', 'الخميس، 28 مارس 2024، 2:00 م–3:00 م، \u2068Europe/Madrid\u2069 (1:00 م UTC)'],
])('the time of an event in %s is in its own zone and in UTC', (language, text) => {
  expect(whenText(publishedEvent(), language)).toBe(text)
})

test.each([
  [publishedEvent({timeZone: 'UTC'}), 'Thursday 28 March 2024, 13:00–14:00, UTC'],
  [publishedEvent({timeZone: undefined}), 'Thursday 28 March 2024, 13:00–14:00, UTC'],
  [
    publishedEvent({floating: true, start: '2024-03-28T13:00:00', end: '2024-03-28T14:00:00'}),
    'Thursday 28 March 2024, 13:00–14:00, local time',
  ],
  [
    publishedEvent({allDay: true, start: '2024-03-28', end: '2024-03-29'}),
    'Thursday 28 March 2024',
  ],
  [
    publishedEvent({allDay: true, start: '2024-03-28', end: '2024-03-30'}),
    'Thursday 28 March 2024 – Friday 29 March 2024',
  ],
  [
    publishedEvent({timeZone: 'UTC', start: '2024-03-28T23:00:00Z', end: '2024-03-29T01:00:00Z'}),
    'Thursday 28 March 2024, 23:00–01:00 (+1\u00a0d), UTC',
  ],
])('an event without a zone of its own is written once: %#', (event, text) => {
  expect(whenText(event)).toBe(text)
})

test('feeds say their language and mark cancelled events in it', () => {
  const items = touchpointItems(
    [publishedEvent({status: 'cancelled'})],
    '2024-03-01T00:00:00Z',
    'fr',
  )
  const options = {
    title: 'Réunions',
    pageUrl: 'https://example.org/',
    feedUrl: 'https://example.org/f',
  }
  expect(items[0]?.title).toBe('Annulé\u00a0: Security management')
  expect(rss(items, {...options, language: 'fr'})).toContain('<language>fr</language>')
  expect(jsonFeed(items, {...options, language: 'fr'}).language).toBe('fr')
  expect(rss(items, options)).not.toContain('<language>')
})
