import {setTimeout as delay} from 'node:timers/promises'

import {calendar, event} from '../../calendar/hostile/compose.ts'
import {feeds} from '../../calendar/hostile/feeds.ts'
import {heavyFeeds} from '../../calendar/hostile/heavyFeeds.ts'
import type {Arena, Attack} from '../attack.ts'
import {statusOf} from '../request.ts'

/** A calendar that dense events of one day, every day, would fill. */
const generated: Readonly<Record<string, () => string>> = {
  'five events every four minutes': () =>
    calendar(
      ...[0, 1, 2, 3, 4].map((index) =>
        event(`dense-${index}`, ['DTSTART:20240101T000000Z', 'RRULE:FREQ=MINUTELY;INTERVAL=4']),
      ),
    ),
  'an event every second': () =>
    calendar(event('second', ['DTSTART:20240101T000000Z', 'RRULE:FREQ=SECONDLY'])),
  '30 MB of events': () =>
    calendar(
      ...Array.from({length: 60_000}, (_, index) =>
        event(`many-${index}`, ['DTSTART:20261120T100000Z', `DESCRIPTION:${'x'.repeat(420)}`]),
      ),
    ),
  'addresses that run scripts': () =>
    calendar(
      event('script', [
        'DTSTART:20261120T100000Z',
        'RRULE:FREQ=DAILY',
        'SUMMARY:<script>alert(1)</script>',
        'URL:javascript:alert(1)',
        'LOCATION:data:text/html,x',
      ]),
    ),
}

/**
 * Calendars that an owner publishes.
 *
 * @param others - further feeds by name, such as those of a folder
 */
export function feedAttacks(others: Readonly<Record<string, () => string>>): Attack[] {
  const texts = {
    ...Object.fromEntries(Object.entries(heavyFeeds).map(([name, {text}]) => [name, text])),
    ...generated,
    ...others,
  }
  const published = Object.entries(texts).map(([name, text]): Attack => ({
    kind: 'feed',
    name,
    run: (arena) => publish([text()], arena),
  }))
  return [
    ...published,
    {
      kind: 'feed',
      name: 'the feeds with mistakes, ten at once',
      run: (arena) => {
        const some = arena.random.shuffled(Object.values(feeds)).slice(0, 10)
        return publish(
          some.map(({text}) => text()),
          arena,
        )
      },
    },
  ]
}

/** Publishes feeds, and requests what visitors read, from the page to the exports. */
async function publish([text, ...others]: readonly string[], arena: Arena): Promise<string> {
  const {product, signal} = arena
  if (text !== undefined) return product.withFeed(text, () => publish(others, arena))
  const paths = ['/api/events.json', product.pagePath, '/api/calendar.ics', '/api/rss.xml']
  // The site learns of the new calendar from the live events of the lake.
  await delay(300, undefined, {signal}).catch(() => undefined)
  const statuses = await Promise.all(
    paths.map((path) => statusOf(`${product.siteUrl}${path}`, {signal})),
  )
  return [...new Set(statuses)].toSorted().join(' ')
}
