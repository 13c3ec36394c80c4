import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {audit} from '@touchpoints/calendar/audit'
import {type EventSource, parseCalendar} from '@touchpoints/calendar'
import {createLoader} from 'touchpoints'
import {expect, test} from 'vitest'

import {memoryClient} from '../support/memoryClient.ts'
import {readContent} from '../support/readContent.ts'

const folder = resolve(import.meta.dirname, '../../content/todo/feeds')
const index = new Map(
  Object.entries<unknown>(Object(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')))),
)

/** Returns the statements of the sample content and its feeds, as the command collects them. */
async function sampleSources(now: string): Promise<EventSource[]> {
  const sources: EventSource[] = []
  const documents = readContent().map((each) => ({_updatedAt: '2024-01-01T00:00:00Z', ...each}))
  const loader = createLoader({
    client: memoryClient(documents),
    calendars: async ({feeds, touchpoints, cadences}) => {
      for (const {id, title, own, feedUrl, titleFilters} of feeds) {
        const text = readFileSync(join(folder, String(index.get(feedUrl))), 'utf8')
        sources.push({kind: 'feed', id, title, own, titleFilters, calendar: parseCalendar(text)})
      }
      sources.push({kind: 'touchpoints', touchpoints}, {kind: 'cadences', cadences})
      return {events: [], problems: []}
    },
  })
  const at = Date.parse(now)
  const [from, to] = [at - 62 * 86_400_000, at + 184 * 86_400_000].map((ms) =>
    new Date(ms).toISOString(),
  )
  await loader.events({from: from ?? now, to: to ?? now, now})
  return sources
}

test.each(['2024-03-20', '2025-05-01', '2026-08-15', '2027-06-15', '2030-01-10'])(
  'the sample content has no finding but the planted difference and sessions left as planned, on %s',
  async (date) => {
    const now = `${date}T00:00:00Z`
    const findings = audit({sources: await sampleSources(now)}, {now})
    const alarms = findings.filter(({level, code}) => level !== 'info' && code !== 'still-planned')
    expect(alarms).toEqual([])
    // Otherwise the sources would be empty, and nothing could be found.
    expect(findings.map(({code}) => code)).toContain('differs')
  },
)
