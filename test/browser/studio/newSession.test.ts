import type {Page} from 'playwright-core'
import {expect} from 'vitest'

import {testNow} from '../../support/clock/testNow.ts'
import {test} from '../support/browserTest.ts'
import {countActs} from '../support/countActs.ts'
import {eventually} from '../support/eventually.ts'
import {tabTo} from '../support/keyboard.ts'
import {deleteAfterwards, ownDocuments} from '../support/ownDocuments.ts'
import {openStudio} from '../support/openStudio.ts'
import {seriousProblems} from '../support/seriousProblems.ts'
import {studioForm} from '../support/studioForm.ts'

const timeZone = 'Europe/Madrid'
const series = {
  _id: 'series-reading-circle',
  _type: 'series',
  title: 'Reading circle',
  slug: {_type: 'slug', current: 'reading-circle'},
  meets: 'scheduled',
  lifecycle: 'active',
  minutes: 45,
  audience: 'everyone',
  defaultLinks: {_type: 'meetingLinks', join: 'https://meet.example.org/circle'},
  cadence: {
    _type: 'cadence',
    slots: [
      {
        _key: 'slot',
        _type: 'recurrence',
        frequency: 'weekly',
        interval: 1,
        weekdays: ['TH'],
        time: '18:00',
        timeZone,
        startDate: '2026-01-08',
      },
    ],
  },
}

const published = (title: string) =>
  `*[_type == "touchpoint" && title == "${title}" && !(_id in path("drafts.**"))][0]`

/** The texts with the color of an error, and the icons of errors. */
function errors(page: Page) {
  return page
    .getByTestId('form-view')
    .locator('[data-level="error"], [data-sanity-icon="error-outline"]')
}

test('a new session from + is published after at most six interactions, because its series fills the rest', async ({
  page,
  addresses,
  client,
}) => {
  await ownDocuments(client, series)
  const form = studioForm(page, addresses.studio)
  const {act, count} = countActs()
  await openStudio(page, `${addresses.studio}/meetings`)
  await act(page.getByRole('link', {name: 'Upcoming', exact: true}).click())
  await act(page.getByTestId('action-intent-button').first().click())
  const autocomplete = page.getByTestId('reference-input').getByTestId('autocomplete')
  await autocomplete.waitFor()
  expect(await errors(page).count()).toBe(0)
  await act(autocomplete.fill('Reading circle'))
  await act(
    page.getByTestId('autocomplete-popover').getByRole('option', {name: 'Reading circle'}).click(),
  )
  await page
    .getByText(/^Filled from Reading circle: Thu .+, 18:00 Madrid, 45 min, links\.$/)
    .waitFor()
  const schedule = page.getByTestId('schedule-input')
  await expect.poll(() => schedule.getByLabel('Time (24-hour)').inputValue()).toBe('18:00')
  expect(await errors(page).count()).toBe(0)
  await act(form.fill('title', 'What the archive keeps'))
  await eventually('a slug that follows the title', () =>
    client.fetch(
      'defined(*[_id in path("drafts.**") && slug.current match "*-what-the-archive-keeps"][0])',
    ),
  )
  await act(form.publish(() => client.fetch(`defined(${published('What the archive keeps')})`)))
  expect(count()).toBeLessThanOrEqual(6)
  const stored: unknown = await client.fetch(published('What the archive keeps'))
  expect(stored).toMatchObject({
    schedule: {timeZone, minutes: 45},
    links: {join: 'https://meet.example.org/circle'},
  })
})

test('nothing is red before it was touched, and each message is text beside its field', async ({
  page,
  addresses,
  client,
}) => {
  deleteAfterwards(
    client,
    '_id in path("drafts.**") && _type == "touchpoint" && edition == "Touched"',
  )
  const form = studioForm(page, addresses.studio)
  await form.create('touchpoint')
  await form.fill('edition', 'Touched')
  const list = page.getByRole('region', {name: 'To publish'})
  await list.waitFor()
  await form
    .field('title')
    .getByText('Needed to publish.')
    .or(page.getByText('Needed to publish.').first())
    .first()
    .waitFor()
  expect(await errors(page).count()).toBe(0)

  await list.getByRole('button', {name: 'Title'}).click()
  const title = form.field('title').locator('input')
  await expect.poll(() => title.evaluate((input) => input === document.activeElement)).toBe(true)
  await page.keyboard.press('Tab')
  await page.getByText('“Title” is empty. Enter it, such as “Reading logs together”.').waitFor()
  const described = await title.getAttribute('aria-describedby')
  expect(await page.locator(`[id="${described?.split(' ').at(-1)}"]`).innerText()).toContain(
    'is empty',
  )

  await page.getByTestId('action-publish').click()
  await page.getByText('“Series” is empty. Select one, or create it.').waitFor()
  expect(await seriousProblems(page, '[data-testid="schedule-input"]')).toEqual([])
  expect(await seriousProblems(page, '[aria-label="To publish"]')).toEqual([])
})

test('the start is entered in words with the keyboard alone, and shown before it is stored', async ({
  page,
  addresses,
  client,
}) => {
  const id = 'touchpoint-in-words'
  const start = new Date(testNow().getTime() + 30 * 86_400_000).toISOString()
  await ownDocuments(client, series, {
    _id: id,
    _type: 'touchpoint',
    title: 'In words',
    slug: {_type: 'slug', current: id},
    series: {_type: 'reference', _ref: series._id},
    schedule: {_type: 'schedule', start, timeZone, minutes: 60},
    status: 'planned',
    audience: 'everyone',
  })
  await studioForm(page, addresses.studio).open('touchpoint', id)
  const words = page.getByLabel('In words')
  await tabTo(page, words)
  await page.keyboard.type('12 March 2027 18:00 IST')
  await page.getByText('Several clocks are called “IST”. Which one?').waitFor()
  await tabTo(page, page.getByRole('button', {name: 'Dublin (UTC+0)'}))
  await page.keyboard.press('Enter')
  await eventually('the instant in Dublin', () =>
    client.fetch(
      'count(*[_id == $draft && schedule.start == "2027-03-12T18:00:00Z" && schedule.timeZone == "Europe/Dublin"])',
      {draft: `drafts.${id}`},
    ),
  )
  await words.fill('12 March 2027 6pm Madrid')
  await page.getByText('Fri 12 Mar 2027, 18:00 in Madrid (UTC+1)').waitFor()
  await words.press('Enter')
  await eventually('the instant in Madrid', () =>
    client.fetch('count(*[_id == $draft && schedule.start == "2027-03-12T17:00:00Z"])', {
      draft: `drafts.${id}`,
    }),
  )
})

test('a slug that another session has is named beside the field, with a free one to use', async ({
  page,
  addresses,
  client,
}) => {
  const session = (id: string, title: string) => ({
    _id: id,
    _type: 'touchpoint',
    title,
    slug: {_type: 'slug', current: 'circle-of-slugs'},
    series: {_type: 'reference', _ref: series._id},
    schedule: {_type: 'schedule', start: '2027-05-06T16:00:00Z', timeZone, minutes: 45},
    status: 'planned',
    audience: 'everyone',
  })
  await ownDocuments(client, series, session('touchpoint-slug-a', 'The first of them'))
  await ownDocuments(client, {...session('drafts.touchpoint-slug-b', 'The second of them')})
  await studioForm(page, addresses.studio).open('touchpoint', 'touchpoint-slug-b')
  const conflict = page.getByTestId('slug-conflict')
  await conflict.getByText('“The first of them” has this slug.').waitFor()
  await conflict.getByRole('button', {name: 'Use circle-of-slugs-2'}).click()
  await conflict.waitFor({state: 'detached'})
})
