import {AxeBuilder} from '@axe-core/playwright'
import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import {startLake, startSite, type RunningSite} from '../../support/siteServer.ts'

describe.skipIf(!chromiumPath)('photos and logos on the site', () => {
  let browser: Browser
  let page: Page
  let site: RunningSite
  let stopLake: () => Promise<void>
  const failed: string[] = []

  beforeAll(async () => {
    const lake = await startLake('sample')
    stopLake = lake.stop
    const client = lakeClient(lake.url, {token: 'any'})
    await addImages(client)
    browser = await launchChromium()
    site = await startSite({
      SANITY_API_HOST: lake.url,
      TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
      TOUCHPOINTS_DATA: '/nonexistent',
    })
    const context = await browser.newContext({viewport: {width: 1400, height: 900}})
    page = await context.newPage()
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error') failed.push(message.text())
    })
    await page.goto(`${site.url}/community/meetings/2024-03-28-security-management/`)
  })

  afterAll(async () => {
    await browser.close()
    await site.stop()
    await stopLake()
  })

  const faces = () => page.locator('.guests .avatar')
  const picture = (name: string) =>
    page.locator('.guest', {hasText: name}).locator('.avatar img:not(.avatar-blur)')

  test('a photo comes from this site in its display size, cropped around the editor’s hotspot', async () => {
    const address = new URL((await picture('Mirko').getAttribute('src')) ?? '', site.url)
    expect(address.origin).toBe(site.url)
    // The hotspot is in the upper third. A crop around the center would show a green shirt.
    expect(address.searchParams.get('rect')).toBe('0,0,600,600')
    const bytes = await (await fetch(address, {headers: {accept: 'image/webp'}})).bytes()
    const {width, height, format} = await sharp(bytes).metadata()
    expect({width, height, format}).toEqual({width: 72, height: 72, format: 'webp'})
  })

  test('a photo is sharp on high-density screens and causes no layout shift', async () => {
    const photo = picture('Mirko')
    await photo.scrollIntoViewIfNeeded()
    await expect
      .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(72)
    expect(await photo.getAttribute('srcset')).toMatch(/ 1x, .* 2x$/)
    expect(await photo.getAttribute('width')).toBe('72')
    expect(await photo.getAttribute('loading')).toBe('lazy')
    const blur = page.locator('.guest', {hasText: 'Mirko'}).locator('.avatar-blur')
    expect(await blur.getAttribute('src')).toMatch(/^data:image\//)
  })

  test('screen readers read the alternative text, unless it repeats the name next to it', async () => {
    expect(await picture('Mirko').getAttribute('alt')).toBe('Mirko at the spring summit')
    expect(await picture('Dana Wang').getAttribute('alt')).toBe('')
  })

  test('a guest without a photo has initials of the same size', async () => {
    expect(await faces().allInnerTexts()).toEqual(['', '', 'GK', 'L'])
    const boxes = await faces().evaluateAll((all) =>
      all.map((each) => {
        const {width, height} = each.getBoundingClientRect()
        return `${width} x ${height}`
      }),
    )
    expect(new Set(boxes)).toEqual(new Set(['72 x 72']))
  })

  test('a logo keeps its proportions, and an organization without a logo has no image', async () => {
    const logo = page.locator('.guest', {hasText: 'Dana Wang'}).locator('.logo')
    await logo.scrollIntoViewIfNeeded()
    await expect
      .poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    const {width = 0, height = 1} = (await logo.boundingBox()) ?? {}
    expect(width / height).toBeCloseTo(4, 1)
    expect(await page.locator('.guest', {hasText: 'Georg Kunz'}).locator('img').count()).toBe(0)
  })

  test('a page with photos has no serious accessibility problems', async () => {
    const {violations} = await new AxeBuilder({page}).analyze()
    const serious = violations.filter(({impact}) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  test('all images load, and the page’s policy blocks none of them', () => {
    expect(failed).toEqual([])
  })

  test('the site serves only images of its dataset, and none larger than it shows', async () => {
    const address = (await picture('Mirko').getAttribute('src')) ?? ''
    const status = async (path: string) => (await fetch(new URL(path, site.url))).status
    expect(await status(address)).toBe(200)
    expect(await status(address.replace('w=72', 'w=5000'))).toBe(404)
    expect(await status(address.replace(/\?.*/, ''))).toBe(404)
    expect(await status(address.replace('/production/', '/other/'))).toBe(404)
    expect(
      await status(address.replace(/images\/.*\?/, 'images/touchpoints/production/..%2f?')),
    ).toBe(404)
  })
})

/** Adds two photos, one with a hotspot and an alternative text, and a logo four times as wide as high. */
async function addImages(client: SanityClient): Promise<void> {
  const face = await draw(
    600,
    900,
    '<rect width="600" height="900" fill="#7a5"/><circle cx="300" cy="200" r="140" fill="#fc9"/>',
  )
  const wordmark = await draw(800, 200, '<rect width="800" height="200" fill="#06c"/>')
  const upload = async (bytes: Buffer) => {
    const {_id} = await client.assets.upload('image', bytes)
    return {_type: 'image', asset: {_type: 'reference', _ref: _id}}
  }
  const photo = await upload(face)
  const hotspot = {_type: 'sanity.imageHotspot', x: 0.5, y: 0.2, width: 0.5, height: 0.3}
  const alt = 'Mirko at the spring summit'
  await client
    .patch('guest-mirko')
    .set({photo: {...photo, hotspot, alt}})
    .commit()
  await client.patch('guest-dana-wang').set({photo}).commit()
  await client
    .patch('organization-openssf')
    .set({logo: await upload(wordmark)})
    .commit()
}

function draw(width: number, height: number, shapes: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
