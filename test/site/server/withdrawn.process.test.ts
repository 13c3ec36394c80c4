import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {lakeClient} from '../../support/lakeClient.ts'
import {sampleFeeds, startLake, startSite} from '../../support/siteServer.ts'

const page = '/community/meetings/'
const id = 'touchpoint-2024-04-12'
const addresses = [
  page,
  `${page}2024-04-12-friday-touchpoint/`,
  '/api/touchpoints/2024-04-12-friday-touchpoint.ics',
  '/api/events.json',
  '/api/search/en.json',
  '/api/search?q=2024-04-12',
  `${page}search/?q=2024-04-12`,
]

test('what was withdrawn does not come back when the lake dies at once, nor after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-withdrawn-'))
  const lake = await startLake('sample')
  const settings = {
    SANITY_API_HOST: lake.url,
    TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
    TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
    TOUCHPOINTS_DATA: folder,
  }
  const client = lakeClient(lake.url)
  let site = await startSite(settings)
  const read = async (path: string) => (await fetch(site.url + path)).text()
  try {
    await client.patch(id).set({title: 'Withdrawn title'}).commit()
    for (const path of addresses) await expect.poll(() => read(path)).toContain('Withdrawn title')
    const live = await fetch(`${site.url}/api/live`)
    const reader = live.body?.getReader()
    await client.patch(id).set({title: 'Another title'}).commit()
    // The site has heard the event when it passes it on.
    let heard = ''
    while (!heard.includes('"message"')) {
      const {value, done} = (await reader?.read()) ?? {done: true}
      if (done) throw new Error('The stream ended')
      heard += Buffer.from(value).toString()
    }
    await lake.stop()
    for (const path of addresses) {
      await expect.poll(() => read(path)).not.toContain('Withdrawn title')
    }
    await reader?.cancel()
    await site.stop()
    site = await startSite(settings)
    for (const path of addresses) expect(await read(path)).not.toContain('Withdrawn title')
  } finally {
    await site.stop()
    rmSync(folder, {recursive: true, force: true})
  }
})
