import type {Page} from 'playwright-core'
import {expect} from 'vitest'

import {testNow} from '../../support/clock/testNow.ts'
import {test} from '../support/browserTest.ts'
import {withEmptyLake} from '../support/emptyStudio.ts'
import {eventually} from '../support/eventually.ts'
import {tabTo} from '../support/keyboard.ts'
import {openStudio} from '../support/openStudio.ts'
import {deleteAfterwards, ownDocuments} from '../support/ownDocuments.ts'
import {seriousProblems} from '../support/seriousProblems.ts'

const tool = '[data-testid="overview-tool"]'
const day = 86_400_000

const series = {
  _id: 'series-of-the-overview',
  _type: 'series',
  title: 'Series of the overview',
  slug: {_type: 'slug', current: 'series-of-the-overview'},
  meets: 'scheduled',
  lifecycle: 'active',
  minutes: 45,
  audience: 'everyone',
}

const weekly = {
  _type: 'cadence',
  slots: [
    {
      _key: 'slot',
      _type: 'recurrence',
      frequency: 'weekly',
      interval: 1,
      weekdays: ['WE'],
      time: '15:00',
      timeZone: 'Europe/Madrid',
      startDate: '2026-01-07',
    },
  ],
}

function pastSession(index: number, fields: object) {
  const start = new Date(testNow().getTime() - (index + 1) * day).toISOString()
  return {
    _id: `overdue-${index}`,
    _type: 'touchpoint',
    title: `Overdue number ${index}`,
    slug: {_type: 'slug', current: `overdue-${index}`},
    series: {_type: 'reference', _ref: series._id},
    schedule: {_type: 'schedule', start: `${start.slice(0, 17)}00Z`, timeZone: 'UTC', minutes: 60},
    status: 'planned',
    audience: 'everyone',
    ...fields,
  }
}

function section(page: Page, name: string) {
  return page.getByRole('region', {name, exact: true})
}

test('the Studio opens with the overview: its total is the sum of its lists, and each list is one click away', async ({
  page,
  addresses,
}) => {
  await openStudio(page, addresses.studio)
  const waiting = section(page, 'Needs attention')
  await waiting.getByRole('link').first().waitFor()
  const rows = await waiting.getByRole('link').allInnerTexts()
  const counts = rows.map((text) => Number.parseInt(text, 10))
  const total = counts.reduce((sum, count) => sum + count, 0)
  await waiting.getByText(String(total), {exact: true}).first().waitFor()

  await waiting.getByRole('link', {name: /Upcoming without an agenda/}).click()
  await page.waitForURL(/attention;no-agenda/)
  await page.getByText(`Needs attention (${total})`, {exact: true}).first().waitFor()
  const [, own = ''] = /^(\d+)\s+Upcoming without an agenda/m.exec(rows.join('\n')) ?? []
  const list = page.getByRole('link', {name: `Upcoming without an agenda (${own})`})
  await list.waitFor()
})

test('one click schedules a date without a session, and one more publishes it, while the screen follows', async ({
  page,
  addresses,
  client,
}) => {
  await ownDocuments(client, {...series, cadence: weekly})
  await openStudio(page, addresses.studio)
  const gaps = section(page, 'Dates without touchpoints')
  const schedule = gaps.getByRole('button', {name: /^Schedule Series of the overview/}).first()
  const name = await schedule.getAttribute('aria-label')
  await schedule.click()
  await gaps.getByText(/is a draft now/).waitFor()
  await gaps.getByRole('button', {name: name ?? '', exact: true}).waitFor({state: 'detached'})

  const drafts = section(page, 'Not published')
  await drafts.getByRole('button', {name: 'Publish To be announced'}).first().click()
  await eventually('the published session', () =>
    client.fetch('defined(*[series._ref == $id && !(_id in path("drafts.**"))][0])', {
      id: series._id,
    }),
  )
  await drafts.getByText('“To be announced” is published.').waitFor()
})

test('a draft with an error is not published, and its row says which field to correct', async ({
  page,
  addresses,
  client,
}) => {
  deleteAfterwards(client, '_id in $ids', ['guest-of-the-overview'])
  await client.create({
    _id: 'drafts.guest-of-the-overview',
    _type: 'guest',
    name: 'Guest of the overview',
  })
  await openStudio(page, addresses.studio)
  const drafts = section(page, 'Not published')
  await drafts.getByRole('button', {name: 'Publish Guest of the overview'}).click()
  await drafts.getByRole('alert').getByText(/Slug/).waitFor()
  expect(await client.getDocument('guest-of-the-overview')).toBeUndefined()
})

test('twenty sessions without a recording are handled in one act from the overview, and published together', async ({
  page,
  addresses,
  client,
}) => {
  const held = Array.from({length: 20}, (_, index) => pastSession(index, {status: 'held'}))
  await ownDocuments(client, series, ...held)
  await openStudio(page, addresses.studio)
  await page.getByRole('button', {name: 'Handle together: Held without a recording'}).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Select Overdue number 19,/).waitFor()
  expect(await seriousProblems(page, '[role="dialog"]')).toEqual([])

  await dialog.getByLabel('Select all 20').check()
  await dialog.getByRole('button', {name: 'No recording…'}).click()
  await dialog.getByText(/20 sessions become not recorded, and visitors see it at once/).waitFor()
  await page.keyboard.press('Escape')
  expect(await dialog.getByLabel('Select all 20').isChecked()).toBe(true)
  await dialog.getByRole('button', {name: 'No recording…'}).click()
  await page.keyboard.press('Enter')
  await dialog.getByText('20 sessions marked as not recorded and published.').waitFor()
  const published = await client.fetch<number>(
    'count(*[series._ref == $id && recordingPolicy == "notRecorded" && !(_id in path("drafts.**"))])',
    {id: series._id},
  )
  expect(published).toBe(20)

  await dialog.getByRole('button', {name: 'Undo'}).click()
  await dialog.getByText('Undone and published: 20 sessions.').waitFor()
  const left = await client.fetch<number>(
    'count(*[series._ref == $id && (defined(recordingPolicy) || _id in path("drafts.**"))])',
    {id: series._id},
  )
  expect(left).toBe(0)
})

test('past sessions are canceled together with one reason, and the one that can’t be published is named', async ({
  page,
  addresses,
  client,
}) => {
  const {slug: _, ...withoutSlug} = pastSession(2, {title: 'Overdue without a slug'})
  await ownDocuments(client, series, pastSession(0, {}), pastSession(1, {}), withoutSlug)
  await openStudio(page, `${addresses.studio}/meetings/attention;still-planned`)
  const pane = page.getByTestId('bulk-sessions')
  for (const name of [/Select Overdue number 0,/, /Select Overdue number 1,/, /without a slug/]) {
    await pane.getByLabel(name).check()
  }
  await pane.getByRole('button', {name: 'Canceled…'}).click()
  await pane.getByLabel('Cancellation reason').fill('No one could moderate')
  await page.keyboard.press('Enter')

  await pane.getByText('2 sessions marked as canceled and published.').waitFor()
  await pane.getByText(/Overdue without a slug.*Nothing was published.*Slug/s).waitFor()
  const canceled = await client.fetch<string[]>(
    '*[series._ref == $id && cancelReason == "No one could moderate"] | order(_id asc)._id',
    {id: series._id},
  )
  expect(canceled).toEqual(['overdue-0', 'overdue-1'])
})

test('the overview of a dataset without content says where to begin, and has no empty sections', async ({
  page,
  addresses,
}) => {
  await withEmptyLake(page, addresses.lake)
  await openStudio(page, addresses.studio)
  await page.getByTestId('welcome').getByRole('button', {name: 'Open the overview'}).click()
  await section(page, 'First steps').getByRole('button', {name: 'Continue'}).waitFor()
  await section(page, 'Not published').waitFor()
  expect(await section(page, 'This week').count()).toBe(0)
  expect(await seriousProblems(page, tool)).toEqual([])
})

test('axe finds no serious problem on a wide light screen, and the keyboard reaches the lists', async ({
  page,
  addresses,
}) => {
  expect(await problemsAt(page, addresses.studio, 1440, 'light')).toEqual([])
  await tabTo(page, section(page, 'Needs attention').getByRole('link').first())
})

test('axe finds no serious problem on a narrow dark screen, and nothing is wider than it', async ({
  page,
  addresses,
}) => {
  expect(await problemsAt(page, addresses.studio, 600, 'dark')).toEqual([])
  const overflow = await page
    .locator(tool)
    .evaluate((element) => element.scrollWidth - element.clientWidth)
  expect(overflow).toBe(0)
})

async function problemsAt(page: Page, studio: string, width: number, scheme: 'light' | 'dark') {
  await page.setViewportSize({width, height: 900})
  await page.addInitScript(
    (stored) => localStorage.setItem('sanityStudio:ui:colorScheme', stored),
    scheme,
  )
  await openStudio(page, studio)
  await section(page, 'Needs attention').getByRole('link').first().waitFor()
  return seriousProblems(page, tool)
}
