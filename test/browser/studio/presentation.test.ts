import {randomUUID} from 'node:crypto'

import type {SanityClient} from '@sanity/client'
import type {Frame, Page} from 'playwright-core'
import {expect, onTestFinished} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {studioForm} from '../support/studioForm.ts'

const path = '/community/meetings/'
const before = 'Presented, and not yet edited'

test('an editor clicks a title on the page, types into its field, discards and publishes, and the page follows each', async ({
  page,
  browser,
  addresses,
  client,
}) => {
  const id = await makeTouchpoint(client)
  await page.goto(`${addresses.studio}/presentation`, {waitUntil: 'commit'})
  // Asked for anew each time: on a first start Vite may reload the Studio, and the frame with it.
  const frame = page.frameLocator('iframe')
  await frame.locator('sanity-visual-editing').waitFor({state: 'attached'})
  await expect.poll(() => page.getByText(/connecting|unable to connect/i).count()).toBe(0)

  const title = frame.locator(`h3 a[data-sanity*="id=${id};"][data-sanity*="path=title;"]`)
  await title.filter({hasText: before}).click()
  const form = studioForm(page, addresses.studio)
  const input = form.field('title').locator('input')
  await expect.poll(() => input.inputValue()).toBe(before)
  await expect.poll(() => input.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(new URL(page.url()).pathname).toContain(`${id}/title`)
  const site = await siteIn(page, addresses.site)

  const took: number[] = []
  for (const round of [1, 2, 3, 4, 5]) {
    const typed = `Typed in round ${round}`
    const began = performance.now()
    await input.fill(typed)
    await shows(site, id, typed)
    took.push(performance.now() - began)
  }
  const median = took.toSorted((a, b) => a - b)[2] ?? Infinity
  console.log(`What is typed shows after ${Math.round(median)} ms (median of 5, goal 1000)`)
  // A bound against a page that follows by a reload or by chance: how fast it is depends on the machine.
  expect(median).toBeLessThan(10_000)

  const visitor = await browser.newContext()
  onTestFinished(() => visitor.close())
  const visited = await visitor.newPage()
  await visited.goto(`${addresses.site}${path}`)
  expect(await visited.getByRole('link', {name: before, exact: true}).count()).toBeGreaterThan(0)
  expect(await visited.getByText('Typed in round').count()).toBe(0)

  await form.act('Discard changes')
  await page.getByTestId('confirm-button').click()
  await shows(site, id, before)
  expect(await client.getDocument(`drafts.${id}`)).toBeUndefined()

  await input.fill('Published from beside the page')
  await shows(site, id, 'Published from beside the page')
  await form.publish()
  await eventually('the published title', async () => {
    await visited.goto(`${addresses.site}${path}`)
    return (await visited.locator('main').innerText()).includes('Published from beside the page')
  })
})

/** One of this file's own, the next of its series: other files count on what the sample says. */
async function makeTouchpoint(client: SanityClient): Promise<string> {
  const id = `presented-${randomUUID()}`
  const series = await client.fetch<string>(
    '*[_type == "series" && kind == "touchpoint" && !(_id in path("drafts.**"))] | order(_id)[0]._id',
  )
  await client.create({
    _id: id,
    _type: 'touchpoint',
    title: before,
    slug: {_type: 'slug', current: id},
    status: 'planned',
    audience: 'everyone',
    series: {_type: 'reference', _ref: series},
    schedule: {
      _type: 'schedule',
      start: new Date(Date.now() + 3_600_000).toISOString(),
      minutes: 30,
      timeZone: 'Europe/Madrid',
    },
  })
  onTestFinished(async () => {
    await client.delete(`drafts.${id}`)
    await client.delete(id)
  })
  return id
}

/** The site's page beside the form, once it is the site's own and no longer the way into the preview. */
function siteIn(page: Page, site: string): Promise<Frame> {
  return eventually('the site beside the form', async () =>
    page.frames().find((frame) => frame.url().startsWith(`${site}${path}`)),
  )
}

/** Looks on each frame that is drawn: to ask again every half second would measure the asking. */
async function shows(site: Frame, id: string, title: string): Promise<void> {
  await site.waitForFunction(
    ({of, text}) =>
      [...document.querySelectorAll(`h3 a[data-sanity*="id=${of};"]`)].some(
        (link) => link.textContent === text,
      ),
    {of: id, text: title},
  )
}
