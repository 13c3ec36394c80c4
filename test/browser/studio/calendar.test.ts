import type {Page} from 'playwright-core'
import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {feedEventsOfMonth, mergedEvents, type FeedEvent} from '../support/feedEvents.ts'
import {openStudio} from '../support/openStudio.ts'
import {deleteAfterwards, ownDocuments} from '../support/ownDocuments.ts'
import {seriousProblems} from '../support/seriousProblems.ts'
import {studioForm} from '../support/studioForm.ts'

const hour = 3_600_000

/** Returns a session that is linked to a feed's event by its UID and starts two hours after it. */
function movedSession(event: FeedEvent, id: string) {
  return {
    _id: id,
    _type: 'touchpoint',
    title: event.title,
    slug: {_type: 'slug', current: id},
    series: {_type: 'reference', _ref: 'series-on-demand-touchpoints'},
    schedule: {
      _type: 'schedule',
      start: instant(Date.parse(event.start) + 2 * hour),
      timeZone: event.timeZone ?? 'UTC',
      minutes: (Date.parse(event.end) - Date.parse(event.start)) / 60_000,
    },
    status: 'planned',
    audience: 'everyone',
    eventUid: event.sources[0]?.uid,
  }
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}

/** Opens the events of the month as a list, which shows full titles. */
async function openAgenda(page: Page, studio: string) {
  await openStudio(page, `${studio}/calendar`)
  await page.getByRole('tab', {name: 'List'}).click()
}

test('one click sets a session to the value of a calendar if the two differ', async ({
  page,
  addresses,
  client,
}) => {
  const event = (await feedEventsOfMonth(addresses.lake)).at(-1)
  if (!event) throw new Error('No feed has an event this month')
  const id = 'touchpoint-disagreeing'
  await ownDocuments(client, movedSession(event, id))

  await openAgenda(page, addresses.studio)
  const framed = page.locator('.touchpoints-disagrees', {hasText: event.title})
  await framed.click()
  const panel = page.getByRole('region', {name: event.title})
  await panel.getByText('Sources differ: start').waitFor()
  await panel.getByRole('button', {name: /^Use /}).click()

  await eventually('the start of the calendar', () =>
    client.fetch('count(*[_id == $draft && schedule.start == $start])', {
      draft: `drafts.${id}`,
      start: event.start,
    }),
  )
  await expect.poll(() => framed.count()).toBe(0)
})

test('a published touchpoint that was created from a calendar’s event is one event with it on the page', async ({
  page,
  addresses,
  client,
}) => {
  const [event] = await feedEventsOfMonth(addresses.lake)
  if (!event) throw new Error('No feed has an event this month')
  const uid = event.sources[0]?.uid ?? ''
  // Other sessions of a recurring event can have the same UID, but not the same start.
  const created = `eventUid == ${JSON.stringify(uid)} && schedule.start == "${event.start}"`
  deleteAfterwards(client, created)

  await openAgenda(page, addresses.studio)
  await page.locator('.touchpoints-feed', {hasText: event.title}).click()
  await page.getByRole('button', {name: 'Create touchpoint'}).click()
  const form = studioForm(page, addresses.studio)
  await form.field('title').waitFor()
  await form.refer(page.locator('body'), 'On-demand touchpoints')
  await form.publish(() => client.fetch(`defined(*[${created} && !(_id in path("drafts.**"))][0])`))

  const [next = event] = (
    await mergedEvents(addresses.lake, event.start, instant(Date.parse(event.start) + 1000))
  ).filter(({title}) => title === event.title)
  expect(next).toMatchObject({kind: 'touchpoint'})
  expect(next.sources).toHaveLength(event.sources.length + 1)

  const month = event.start.slice(0, 7)
  await page.goto(`${addresses.site}/community/meetings/calendar/?month=${month}`)
  const entries = page
    .locator('.agenda .entry', {hasText: event.title})
    .filter({has: page.locator(`time[datetime="${event.start}"]`)})
  // The site serves its last copy of the page while it renders the next one.
  const details = page.locator(`#event-${next.id}`)
  await expect
    .poll(async () => {
      await page.reload()
      // The list of past events is collapsed, so its texts are not visible.
      return {entries: await entries.count(), details: await details.allTextContents()}
    })
    .toEqual({entries: 1, details: [expect.stringContaining('Also in ')]})
})

test('axe finds no serious problem in the month, the list and an open event of the calendar tool', async ({
  page,
  addresses,
}) => {
  const [event] = await feedEventsOfMonth(addresses.lake)
  if (!event) throw new Error('No feed has an event this month')
  const tool = '[data-testid="calendar-tool"]'
  await openStudio(page, `${addresses.studio}/calendar`)
  await page.locator('.touchpoints-feed').first().waitFor()
  // The name of a cell is its date, and its content are the events of the day. A cell is not a control.
  const ofCell = /^label-content-name-mismatch: gridcell "\d+ \w+ \d{4}"$/
  const problems = await seriousProblems(page, tool)
  expect(problems.filter((problem) => !ofCell.test(problem))).toEqual([])

  await page.getByRole('tab', {name: 'List'}).click()
  await page.locator('.touchpoints-feed', {hasText: event.title}).click()
  await page.getByRole('region', {name: event.title}).waitFor()
  expect(await seriousProblems(page, tool)).toEqual([])
})
