import type {Page} from 'playwright-core'
import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {feedEventsOfMonth, mergedEvents, type FeedEvent} from '../support/feedEvents.ts'
import {openStudio} from '../support/openStudio.ts'
import {deleteAfterwards, ownDocuments} from '../support/ownDocuments.ts'
import {seriousProblems} from '../support/seriousProblems.ts'

const hour = 3_600_000

/** Returns a session with the title of a feed's event that starts an hour after it. */
function lookalike(event: FeedEvent, id: string) {
  return {
    _id: id,
    _type: 'touchpoint',
    title: event.title,
    slug: {_type: 'slug', current: id},
    series: {_type: 'reference', _ref: 'series-on-demand-touchpoints'},
    schedule: {
      _type: 'schedule',
      start: instant(Date.parse(event.start) + hour),
      timeZone: event.timeZone ?? 'UTC',
      minutes: 60,
    },
    status: 'planned',
    audience: 'everyone',
  }
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z')
}

/** Returns an event of one feed. One that is in two feeds is certain, so a session does not look like it. */
async function eventOfMonth(lake: string): Promise<FeedEvent> {
  const events = await feedEventsOfMonth(lake)
  // An hour later must be the same day.
  const event = events.findLast(
    ({start, sources}) => sources.length === 1 && start.slice(11) < '21:00',
  )
  if (!event) throw new Error('No feed has an event this month')
  return event
}

function pairOf(page: Page, {title}: FeedEvent) {
  return page.getByTestId('review-list').getByRole('group', {name: `${title} and ${title}`})
}

test('two meetings that look alike are decided once, stay decided after a reload, and can be undone', async ({
  page,
  addresses,
  client,
}) => {
  const event = await eventOfMonth(addresses.lake)
  const id = 'touchpoint-lookalike'
  deleteAfterwards(client, '_type == "calendarDecision" && references($ids)', [id])
  await ownDocuments(client, lookalike(event, id))
  const decisions = () =>
    client.fetch<string[]>('*[_type == "calendarDecision" && references($id)].verdict', {id})
  const shown = async () => {
    const day = [event.start, instant(Date.parse(event.start) + hour + 1000)] as const
    const events = await mergedEvents(addresses.lake, ...day)
    return events.filter(({title}) => title === event.title).length
  }
  expect(await shown()).toBe(2)

  await openStudio(page, `${addresses.studio}/calendar`)
  const pair = pairOf(page, event)
  await pair.getByRole('button', {name: 'Same meeting'}).click()
  const undo = pair.getByRole('button', {name: 'Undo'})
  await undo.waitFor()
  expect(await decisions()).toEqual(['same'])
  await expect.poll(shown).toBe(1)

  // The keyboard continues where the pressed button was.
  await expect.poll(() => undo.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await pair.getByRole('button', {name: 'Different meetings'}).waitFor()
  expect(await decisions()).toEqual([])
  await expect.poll(shown).toBe(2)

  await pair.getByRole('button', {name: 'Different meetings'}).click()
  await eventually('the decision', async () => (await decisions()).includes('different'))
  await openStudio(page, `${addresses.studio}/calendar`)
  await page.getByTestId('review-list').getByText('To review', {exact: true}).waitFor()
  expect(await pair.count()).toBe(0)
  expect(await shown()).toBe(2)
})

test('axe finds no serious problem in the list of what to review, before and after a decision', async ({
  page,
  addresses,
  client,
}) => {
  const event = await eventOfMonth(addresses.lake)
  const id = 'touchpoint-lookalike-axe'
  deleteAfterwards(client, '_type == "calendarDecision" && references($ids)', [id])
  await ownDocuments(client, lookalike(event, id))

  await openStudio(page, `${addresses.studio}/calendar`)
  const pair = pairOf(page, event)
  await pair.waitFor()
  const list = '[data-testid="review-list"]'
  expect(await seriousProblems(page, list)).toEqual([])
  await pair.getByRole('button', {name: 'Different meetings'}).click()
  await pair.getByRole('button', {name: 'Undo'}).waitFor()
  expect(await seriousProblems(page, list)).toEqual([])
})

test('a session that names an event which its calendar created again is linked with one click', async ({
  page,
  addresses,
  client,
}) => {
  const event = await eventOfMonth(addresses.lake)
  const id = 'touchpoint-relink'
  const session = lookalike(event, id)
  session.schedule.start = event.start
  await ownDocuments(client, Object.assign(session, {eventUid: 'before@example.org'}))
  const uid = event.sources[0]?.uid

  await openStudio(page, `${addresses.studio}/calendar`)
  await page.getByRole('button', {name: 'Link to the new event'}).click()
  const linked = () => client.fetch<string>('*[_id == $id][0].eventUid', {id: `drafts.${id}`})
  await expect.poll(linked).toBe(uid)
})
