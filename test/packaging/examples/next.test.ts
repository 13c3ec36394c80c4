import {execFile} from 'node:child_process'
import {rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {expect} from 'vitest'

import {parseCalendar} from '../../../calendar/index.ts'
import {chromiumPath} from '../../support/chromium.ts'
import {testNow} from '../../support/clock/testNow.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import {asOf, exampleTest, knownMeeting} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {startNext} from '../support/startNext.ts'

const run = promisify(execFile)
const secret = 'a secret for tests'

interface Fixtures {
  /** The example's folder, with its packages installed. */
  installed: string
  site: string
  client: SanityClient
}

const test = exampleTest('next').extend<Fixtures>({
  installed: [
    async ({folder}, use) => {
      await installTarballs(folder, [...loaderTarballs, 'touchpoints-elements'])
      await use(folder)
    },
    {scope: 'file'},
  ],
  site: [
    async ({installed, env}, use) => {
      const settings = {
        SANITY_API_READ_TOKEN: 'any',
        SANITY_REVALIDATE_SECRET: secret,
        TOUCHPOINTS_NOW: asOf,
      }
      const {url, stop} = await startNext(installed, {...env, ...settings})
      await use(url)
      await stop()
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

test(
  'the example has no type error, and a planted one is reported',
  async ({installed}) => {
    const args = [join(installed, 'node_modules/typescript/bin/tsc'), '-p', installed]
    await run(process.execPath, args)

    const planted = join(installed, 'lib/planted.ts')
    const text = `import {loader} from './loader'\n\nexport const planted: string = loader\n`
    await writeFile(planted, text)
    await expect(run(process.execPath, args)).rejects.toMatchObject({
      stdout: expect.stringContaining('lib/planted.ts'),
    })
    await rm(planted)
  },
  installTime + 60_000,
)

test.skipIf(!chromiumPath)(
  'the Next site, installed and built on its own, shows meetings and its calendar, without third-party requests',
  async ({site, open}) => {
    const {page, faults} = await open(site)
    await page.locator('touchpoints-next .content').getByText(knownMeeting).waitFor()
    await page.locator('touchpoints-calendar').getByText(knownMeeting).first().waitFor()
    expect(faults).toEqual([])
    const save = page.getByRole('link', {name: `Add to calendar: ${knownMeeting}`})
    const file = await fetch((await save.getAttribute('href')) ?? '')
    expect(parseCalendar(await file.text()).eventCount).toBe(1)
  },
  installTime + 500_000,
)

test('a page stays cached until the signed webhook arrives, and then shows the published change', async ({
  site,
  client,
}) => {
  const title = 'A title that was corrected'
  const before = await textOf(site)
  await client.patch(friday).set({title}).commit()
  expect(await textOf(site)).toBe(before)

  const body = JSON.stringify({_id: friday})
  const unsigned = await fetch(`${site}/api/revalidate`, {method: 'POST', body})
  expect([unsigned.status, await textOf(site)]).toEqual([401, before])

  const signature = await encodeSignatureHeader(body, testNow().getTime(), secret)
  const headers = {[SIGNATURE_HEADER_NAME]: signature}
  const signed = await fetch(`${site}/api/revalidate`, {method: 'POST', body, headers})
  expect(signed.status).toBe(200)
  await expect.poll(() => textOf(site)).toContain(title)
})

test.skipIf(!chromiumPath)(
  'an open page shows a published change by itself, without a webhook',
  async ({site, client, browser}) => {
    const page = await browser.newPage()
    const connected = page.waitForResponse((response) => response.url().endsWith('/api/live'))
    await page.goto(site)
    await connected
    const title = 'A title that changed while someone reads'
    await client.patch(friday).set({title}).commit()
    await page.locator('ul > li').filter({hasText: title, visible: true}).first().waitFor()
    await page.close()
  },
)

test.skipIf(!chromiumPath)(
  'an editor from the Studio sees drafts until they leave, and nobody else does',
  async ({site, client, open}) => {
    const title = 'A title that is still a draft'
    const document = await client.getDocument(friday)
    await client.createOrReplace({_type: 'touchpoint', ...document, _id: `drafts.${friday}`, title})
    const created = await createPreviewSecret(client, 'test', 'http://localhost:3333', 'editor')
    const query = new URLSearchParams({
      'sanity-preview-secret': created.secret,
      'sanity-preview-pathname': '/',
    })
    const enable = `${site}/api/draft-mode/enable?${query}`
    const {page} = await open(enable)
    expect(page.url()).toBe(`${site}/`)
    await page.getByText(title).waitFor()
    await page.locator('sanity-visual-editing').waitFor({state: 'attached'})
    const attribute = await page.getByText(title).getAttribute('data-sanity')
    expect(attribute).toMatch(`id=${friday};type=touchpoint;path=title;`)
    expect(await textOf(site)).not.toContain(title)
    expect(await textOf(site)).not.toContain(';path=title;')
    await page.getByRole('link', {name: 'Exit preview'}).click()
    await expect.poll(() => page.getByText(title).count()).toBe(0)

    const again = await fetch(enable, {redirect: 'manual'})
    const wrong = await fetch(`${site}/api/draft-mode/enable?sanity-preview-secret=guessed`)
    expect([again.status, wrong.status]).toEqual([401, 401])
  },
)

const friday = 'touchpoint-2024-04-12'

async function textOf(site: string): Promise<string> {
  const response = await fetch(site)
  return response.text()
}
