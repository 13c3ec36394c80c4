import {describe, expect, test} from 'vitest'

import {createLoader} from '../../loaders/index.ts'
import {memoryClient} from '../support/memoryClient.ts'
import {readContent} from '../support/readContent.ts'

const updated = {_updatedAt: '2026-01-01T00:00:00Z'}
const content = readContent().map((document) => ({...updated, ...document}))

describe('the meetings page', () => {
  test('sends one query, because each further query is a round trip for every visitor', async () => {
    const client = memoryClient(content)
    const {problems} = await createLoader({client, now: '2024-03-20T00:00:00Z'}).meetingsPage()
    expect(client.queries).toHaveLength(1)
    expect(problems).toEqual([])
  })

  test('contains the next session of each series as of any date, with guests and organizations', async () => {
    const loader = createLoader({client: memoryClient(content), now: '2024-03-20T00:00:00Z'})
    const {data} = await loader.meetingsPage()
    const next = (slug: string) => data.series.find((series) => series.slug === slug)?.next
    const thursday = next('thursday-touchpoints')
    expect(thursday?.schedule).toMatchObject({
      start: '2024-03-28T13:00:00Z',
      end: '2024-03-28T14:00:00Z',
    })
    expect(thursday?.guests.map(({guest}) => [guest.name, guest.organization?.name])).toEqual([
      ['Mirko', 'LF Europe'],
      ['Dana Wang', 'OpenSSF'],
      ['Georg Kunz', 'Ericsson'],
      ['Lumi', 'Aiven'],
    ])
    expect(next('friday-touchpoints')?.schedule.start).toBe('2024-04-12T15:30:00Z')
    expect(next('on-demand-touchpoints')).toBeNull()
  })
})
