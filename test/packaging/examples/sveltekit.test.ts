import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {promisify} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {expect} from 'vitest'

import {parseCalendar} from '../../../calendar/index.ts'
import {chromiumPath} from '../../support/chromium.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import {freePort} from '../../support/siteServer.ts'
import {asOf, exampleTest, knownMeeting, knownSlug} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {plant} from '../support/plant.ts'
import {startServer} from '../support/startServer.ts'

const run = promisify(execFile)
const friday = 'touchpoint-2024-04-12'

interface Fixtures {
  /** The example's folder, with its packages installed. */
  installed: string
  /** Address of the built site. */
  site: string
  client: SanityClient
}

const test = exampleTest('sveltekit').extend<Fixtures>({
  installed: [
    async ({folder}, use) => {
      await installTarballs(folder, [...loaderTarballs, 'touchpoints-elements'])
      await use(folder)
    },
    {scope: 'file'},
  ],
  site: [
    async ({installed, env}, use) => {
      const vite = join(installed, 'node_modules/vite/bin/vite.js')
      await run(process.execPath, [vite, 'build'], {cwd: installed, env})
      const port = String(await freePort())
      const url = `http://localhost:${port}`
      const settings = {
        ORIGIN: url,
        PORT: port,
        SITE_URL: url,
        SANITY_API_READ_TOKEN: 'any',
        TOUCHPOINTS_NOW: asOf,
      }
      const command = [process.execPath, 'build'] as const
      const server = await startServer({command, cwd: installed, env: {...env, ...settings}, url})
      await use(url)
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

/** Returns the errors that svelte-check reports, in sources and templates. */
async function typeErrors(folder: string): Promise<string[]> {
  const sync = join(folder, 'node_modules/@sveltejs/kit/svelte-kit.js')
  await run(process.execPath, [sync, 'sync'], {cwd: folder})
  const check = join(folder, 'node_modules/svelte-check/bin/svelte-check')
  const args = [check, '--output', 'machine']
  const stdout = await run(process.execPath, args, {cwd: folder}).then(
    (result) => result.stdout,
    (error: {stdout?: string}) => {
      if (!error.stdout) throw error
      return error.stdout
    },
  )
  expect(stdout).toContain(' COMPLETED ')
  return stdout.split('\n').filter((line) => line.includes(' ERROR '))
}

test(
  'svelte-check has nothing to report about the SvelteKit example, and reports planted mistakes in a template',
  async ({installed}) => {
    expect(await typeErrors(installed)).toEqual([])

    const text = `
      <script lang="ts">
        import type {PageData} from './$types'
        let {data}: {data: PageData} = $props()
      </script>
      {data.touchpoint.schedule.begins}
      <touchpoints-calendar src="/api/events.json" view="year"></touchpoints-calendar>
    `
    const path = join(installed, 'src/routes/sessions/[slug]/Planted.svelte')
    const planted = plant(path, text, () => typeErrors(installed))
    expect(await planted).toEqual([
      expect.stringMatching(/Planted\.svelte" 6:.*'begins'/),
      expect.stringMatching(/Planted\.svelte" 7:.*year/),
    ])
  },
  installTime + 60_000,
)

test.skipIf(!chromiumPath)(
  'the SvelteKit site, installed and built by itself, shows the next sessions and a page for each',
  async ({site, open}) => {
    const {page, faults} = await open(site)
    await page.locator('touchpoints-next .content').getByText(knownMeeting).waitFor()
    await page.locator('touchpoints-calendar .content').getByText(knownMeeting).first().waitFor()
    await page.locator(`main > ul a[href='/sessions/${knownSlug}']`).click()
    await page.getByRole('heading', {name: knownMeeting}).waitFor()
    await page.getByText('Dana Wang').waitFor()
    expect(faults).toEqual([])
  },
  installTime + 60_000,
)

test('the SvelteKit site serves the calendar, and 404 for a session that does not exist', async ({
  site,
}) => {
  const calendar = await fetch(`${site}/api/calendar.ics`)
  expect(parseCalendar(await calendar.text()).eventCount).toBeGreaterThan(10)
  expect((await fetch(`${site}/api/health`)).status).toBe(200)
  expect((await fetch(`${site}/sessions/none`)).status).toBe(404)
})

test.skipIf(!chromiumPath)(
  'an editor from the Studio sees drafts in the SvelteKit site until they leave, and nobody else does',
  async ({site, client, open}) => {
    const title = 'A title that is still a draft'
    const document = await client.getDocument(friday)
    await client.createOrReplace({_type: 'touchpoint', ...document, _id: `drafts.${friday}`, title})
    const created = await createPreviewSecret(client, 'test', 'http://localhost:3333', 'editor')
    const query = new URLSearchParams({
      'sanity-preview-secret': created.secret,
      'sanity-preview-pathname': '/',
    })
    const {page} = await open(`${site}/api/draft-mode/enable?${query}`)
    expect(page.url()).toBe(`${site}/`)
    await page.getByRole('link', {name: title}).click()
    await page.locator('h1[data-sanity]', {hasText: title}).waitFor()

    const visitor = await fetch(site)
    expect(await visitor.text()).not.toContain(title)
    await page.goto(site)
    await page.getByRole('link', {name: 'Exit preview'}).click()
    await expect.poll(() => page.getByText(title).count()).toBe(0)
  },
)
