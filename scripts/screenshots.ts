/**
 * Takes the screenshots of the README and of docs/editors.md, and writes them to docs/images.
 *
 * The Studio loads no web font, so it uses a font of this machine. The stored screenshots use Liberation
 * Sans, which is in the Debian package fonts-liberation.
 */
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import sharp from 'sharp'

import {openStudio} from '../test/browser/support/openStudio.ts'
import {openPresentation} from '../test/browser/support/presentation.ts'
import {startAll, type Addresses} from '../test/browser/support/startAll.ts'
import {studioForm} from '../test/browser/support/studioForm.ts'
import {launchChromium} from '../test/support/chromium.ts'
import {startSuiteClock} from '../test/support/clock/suiteClock.ts'
import {lakeClient} from '../test/support/lakeClient.ts'
import {sampleFeeds, startSite} from '../test/support/siteServer.ts'

const images = join(import.meta.dirname, '../docs/images')

/** A session that starts an hour later than the event of a feed with the same UID. */
const movedSession = {
  _id: 'touchpoint-telco',
  _type: 'touchpoint',
  title: 'Telco work group: SBOM guide',
  slug: {_type: 'slug', current: '2026-11-05-telco'},
  series: {_type: 'reference', _ref: 'series-on-demand-touchpoints'},
  schedule: {
    _type: 'schedule',
    start: '2026-11-05T14:00:00Z',
    timeZone: 'Europe/Madrid',
    minutes: 60,
  },
  status: 'held',
  recordingPolicy: 'notRecorded',
  audience: 'everyone',
  eventUid: 'telco@openchain.example',
}

async function write(name: string, screenshot: Buffer) {
  await sharp(screenshot)
    .png({palette: true, quality: 90, effort: 10, compressionLevel: 9})
    .toFile(join(images, `${name}.png`))
}

async function studioScreenshots(page: Page, addresses: Addresses) {
  const {studio} = addresses
  const form = studioForm(page, studio)

  await page.setViewportSize({width: 1280, height: 560})
  await openStudio(page, `${studio}/meetings/attention;no-agenda`)
  await page.getByText('All Hands, AMER & EMEA slot').waitFor()
  const lists = {x: 0, y: 0, width: 1180, height: 560}
  await write('studio-structure', await page.screenshot({clip: lists}))

  await page.setViewportSize({width: 1280, height: 760})
  await openStudio(page, `${studio}/calendar`)
  await page.locator('.touchpoints-disagrees', {hasText: 'Telco'}).click()
  await page.getByRole('region', {name: movedSession.title}).waitFor()
  await write('studio-calendar', await page.screenshot())

  const {site} = await openPresentation(page, addresses)
  await site.getByRole('heading', {level: 1}).click()
  await form.field('title').locator('input:focus').waitFor()
  // Without the pointer, the overlay of the heading hides its label.
  await page.mouse.move(380, 26)
  await site.locator('[data-hovered]').waitFor({state: 'detached'})
  await write('studio-preview', await page.screenshot())

  await form.open('touchpoint', 'touchpoint-all-hands-2026-autumn-1')
  await form.tab('Session')
  await page.getByTestId('action-menu-button').click()
  await page.getByRole('menuitem', {name: 'Cancel touchpoint…'}).waitFor()
  const actions = {x: 640, y: 340, width: 640, height: 420}
  await write('studio-actions', await page.screenshot({clip: actions}))
  await page.getByRole('menuitem', {name: 'Copy announcement'}).click()
  await page.getByRole('dialog').getByText('**All Hands').waitFor()
  const announcement = {x: 640, y: 190, width: 640, height: 500}
  await write('studio-announcement', await page.screenshot({clip: announcement}))

  await page.setViewportSize({width: 1280, height: 1400})
  await form.open('series', 'series-thursday-touchpoints')
  await write('studio-cadence', await form.field('cadence').screenshot())

  // Last, because it stores a draft, which the lists and the preview would show.
  await form.open('touchpoint', 'touchpoint-2026-11-05')
  await form.field('schedule').getByLabel('Date').fill('2027-03-30')
  await form.field('schedule').getByText('The clocks in Europe/London change').waitFor()
  await write('studio-schedule', await form.field('schedule').screenshot())
}

/** The series of the sample has its cadence in words only. */
const thursdays = {
  _type: 'cadence',
  slots: [
    {
      _type: 'recurrence',
      _key: 'slot',
      frequency: 'weekly',
      interval: 1,
      weekdays: ['TH'],
      time: '12:00',
      timeZone: 'Europe/London',
      startDate: '2026-01-08',
    },
  ],
}

/** The sample's page on a day before a session with guests and an agenda. */
async function pageScreenshot(page: Page, lake: string) {
  const site = await startSite({
    SANITY_API_HOST: lake,
    TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
    TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
  })
  try {
    await page.setViewportSize({width: 1400, height: 1000})
    await page.goto(`${site.url}/community/meetings/`, {waitUntil: 'networkidle'})
    await sharp(await page.screenshot())
      .resize(1200)
      .webp()
      .toFile(join(images, 'meetings-page.webp'))
  } finally {
    await site.stop()
  }
}

// A date on which the next session is one with a short title.
process.env['TOUCHPOINTS_TEST_DATE'] = '2026-11-22T10:00:00Z'
startSuiteClock(process.env)
const {addresses, stop} = await startAll('--build')
try {
  const client = lakeClient(addresses.lake)
  await client
    .transaction()
    .create(movedSession)
    .patch('series-thursday-touchpoints', {
      set: {cadence: thursdays},
      unset: ['cadenceText'],
    })
    .commit()
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({timezoneId: 'Europe/Madrid', reducedMotion: 'reduce'})
    page.setDefaultTimeout(60_000)
    await studioScreenshots(page, addresses)
    await pageScreenshot(page, addresses.lake)
  } finally {
    await browser.close()
  }
} finally {
  await stop()
}
