import {execFile} from 'node:child_process'
import {rename} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {expect} from 'vitest'

import {parseCalendar} from '../../../calendar/index.ts'
import {chromiumPath} from '../../support/chromium.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import {freePort} from '../../support/siteServer.ts'
import {emptyProject} from '../support/emptyProject.ts'
import {asOf, exampleTest, knownMeeting, knownSlug} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {plant} from '../support/plant.ts'
import {startServer} from '../support/startServer.ts'

const run = promisify(execFile)
const friday = 'touchpoint-2024-04-12'

interface Fixtures {
  /** The example's folder, with its packages installed. */
  installed: string
  site: {url: string; output: () => string}
  client: SanityClient
}

const nuxt = (folder: string) => join(folder, 'node_modules/nuxt/bin/nuxt.mjs')
const quiet = {NUXT_TELEMETRY_DISABLED: '1'}

const test = exampleTest('nuxt').extend<Fixtures>({
  installed: [
    async ({folder}, use) => {
      await installTarballs(folder, [...loaderTarballs, 'touchpoints-elements'])
      await use(folder)
    },
    {scope: 'file'},
  ],
  site: [
    async ({installed, env}, use) => {
      await run(process.execPath, [nuxt(installed), 'build'], {
        cwd: installed,
        env: {...env, ...quiet},
      })
      // Where a server is deployed, there is no project around the output.
      await using deployed = await emptyProject()
      await rename(join(installed, '.output'), join(deployed.folder, 'output'))
      const port = String(await freePort())
      const url = `http://localhost:${port}`
      const settings = {
        PORT: port,
        SITE_URL: url,
        SANITY_API_READ_TOKEN: 'any',
        TOUCHPOINTS_NOW: asOf,
      }
      const server = await startServer({
        command: [process.execPath, 'output/server/index.mjs'],
        cwd: deployed.folder,
        env: {...env, ...settings},
        url,
      })
      await use(server)
      await server.stop()
    },
    {scope: 'file'},
  ],
  client: [
    async ({lake}, use) => {
      await use(lakeClient(lake.url, {token: 'any'}))
    },
    {scope: 'file'},
  ],
})

/** Returns the errors that vue-tsc reports, in sources and templates. */
async function typeErrors(folder: string): Promise<string[]> {
  const env = {...process.env, ...quiet}
  return run(process.execPath, [nuxt(folder), 'typecheck'], {cwd: folder, env}).then(
    () => [],
    (error: {stdout?: string}) => {
      const errors = error.stdout?.split('\n').filter((line) => line.includes(': error TS')) ?? []
      if (errors.length === 0) throw error
      // Two projects of a Nuxt site may contain the same file.
      return [...new Set(errors)]
    },
  )
}

test(
  'vue-tsc has nothing to report about the Nuxt example, and reports planted mistakes in a template',
  async ({installed}) => {
    expect(await typeErrors(installed)).toEqual([])

    const text = `
      <script setup lang="ts">
      const {data} = await useFetch('/api/data/meetings')
      </script>
      <template>
        <p v-for="each in data?.upcoming" :key="each._id">{{ each.schedule.begins }}</p>
        <touchpoints-calendar src="/api/events.json" view="year" />
      </template>
    `
    const path = join(installed, 'app/pages/planted.vue')
    const planted = plant(path, text, () => typeErrors(installed))
    expect(await planted).toEqual([
      expect.stringMatching(/planted\.vue\(6,.*'begins'/),
      expect.stringMatching(/planted\.vue\(7,.*year/),
    ])
  },
  installTime + 60_000,
)

test.skipIf(!chromiumPath)(
  'the Nuxt site, installed and built by itself, shows the next sessions and a page for each',
  async ({site, open}) => {
    const {page, faults} = await open(site.url)
    await page.locator('touchpoints-next .content').getByText(knownMeeting).waitFor()
    await page.locator('touchpoints-calendar .content').getByText(knownMeeting).first().waitFor()
    await page.locator(`main > ul a[href='/sessions/${knownSlug}']`).click()
    await page.getByRole('heading', {name: knownMeeting}).waitFor()
    await page.getByText('Dana Wang').waitFor()
    expect(faults).toEqual([])
  },
  installTime + 60_000,
)

test('the output of the Nuxt build has everything, also the thread that reads calendars', async ({
  site,
}) => {
  const {url, output} = site
  const calendar = await fetch(`${url}/api/calendar.ics`)
  expect(parseCalendar(await calendar.text()).eventCount).toBeGreaterThan(10)
  expect(output()).not.toContain('TOUCHPOINTS_NO_WORKER')
  expect((await fetch(`${url}/api/health`)).status).toBe(200)
  expect((await fetch(`${url}/sessions/none`)).status).toBe(404)
  // Without scripts, the page of a session is complete too.
  const session = await fetch(`${url}/sessions/${knownSlug}`)
  expect(await session.text()).toContain('Dana Wang')
})

test.skipIf(!chromiumPath)(
  'an editor from the Studio sees drafts in the Nuxt site until they leave, and nobody else does',
  async ({site: {url}, client, open}) => {
    const title = 'A title that is still a draft'
    const document = await client.getDocument(friday)
    await client.createOrReplace({_type: 'touchpoint', ...document, _id: `drafts.${friday}`, title})
    const created = await createPreviewSecret(client, 'test', 'http://localhost:3333', 'editor')
    const query = new URLSearchParams({
      'sanity-preview-secret': created.secret,
      'sanity-preview-pathname': '/',
    })
    const {page} = await open(`${url}/api/draft-mode/enable?${query}`)
    expect(page.url()).toBe(`${url}/`)
    await page.getByRole('link', {name: title}).click()
    await page.locator('h1[data-sanity]', {hasText: title}).waitFor()

    const response = await page.request.get(url)
    expect(response.headers()['cache-control']).toBe('private, no-store')
    const visitor = await fetch(url)
    expect(await visitor.text()).not.toContain(title)
    await page.goto(url)
    await page.getByRole('link', {name: 'Exit preview'}).click()
    await expect.poll(() => page.getByText(title).count()).toBe(0)
  },
)
