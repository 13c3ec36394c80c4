import {setTimeout as delay} from 'node:timers/promises'

import {calendar, event} from '../../calendar/hostile/compose.ts'
import {feeds} from '../../calendar/hostile/feeds.ts'
import {heavyFeeds} from '../../calendar/hostile/heavyFeeds.ts'
import {testNow} from '../../support/clock/testNow.ts'
import type {Arena, Attack} from '../attack.ts'
import type {Product} from '../product.ts'
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
    {kind: 'feed', name: 'addresses that run scripts', run: publishScripts},
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
  const paths = outputs(product)
  // The site learns of the new calendar from the live events of the lake.
  await delay(300, undefined, {signal}).catch(() => undefined)
  const statuses = await Promise.all(
    paths.map((path) => statusOf(`${product.siteUrl}${path}`, {signal})),
  )
  return [...new Set(statuses)].toSorted().join(' ')
}

/** Nothing that goes out may contain an address that runs a script. */
async function publishScripts({product, signal}: Arena): Promise<string> {
  const text = calendar(
    event('script', [
      `DTSTART:${compactDay(testNow())}T100000Z`,
      'RRULE:FREQ=DAILY',
      'SUMMARY:<script>alert(1)</script>',
      'URL:javascript:alert(1)',
      'LOCATION:data:text/html\\,<script>alert(1)</script>',
    ]),
  )
  return product.withFeed(text, async () => {
    await delay(300, undefined, {signal}).catch(() => undefined)
    const paths = outputs(product)
    const texts = await Promise.all(
      paths.map(async (path) => (await fetch(`${product.siteUrl}${path}`, {signal})).text()),
    )
    const unsafe = paths.filter((path, n) => runsScript(path, texts[n] ?? ''))
    if (unsafe.length > 0) throw new Error(`A script is in ${unsafe.join(', ')}`)
    return 'no script'
  })
}

/** A script in a text is fine where texts are not markup: JSON, iCalendar, and a quoted value of an attribute. */
function runsScript(path: string, text: string): boolean {
  const isMarkup = !/\.(?:json|ics)$/.test(path)
  return (
    /(?:href="|URL:|"url":\s*")javascript:/i.test(text) ||
    (isMarkup && text.replaceAll(/="[^"]*"/g, '').includes('<script>alert'))
  )
}

function compactDay(now: Date): string {
  return now.toISOString().slice(0, 10).replaceAll('-', '')
}

/** What visitors and programs read. */
function outputs({pagePath}: Product): string[] {
  return ['/api/events.json', pagePath, '/api/calendar.ics', '/api/feed.xml', '/api/feed.json']
}
