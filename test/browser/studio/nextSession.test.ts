import {expect} from 'vitest'

import {instantFromWallClock, wallClock} from '../../../calendar/time/index.ts'
import {testNow} from '../../support/clock/testNow.ts'
import {test} from '../support/browserTest.ts'
import {openStudio} from '../support/openStudio.ts'
import {ownDocuments} from '../support/ownDocuments.ts'
import {studioForm} from '../support/studioForm.ts'

// Wednesday morning there is Tuesday in UTC, so a date in the wrong time zone makes the test fail.
const timeZone = 'Pacific/Auckland'
const wednesdays = {
  _id: 'series-wednesdays',
  _type: 'series',
  title: 'Wednesday mornings',
  slug: {_type: 'slug', current: 'wednesday-mornings'},
  meets: 'scheduled',
  lifecycle: 'active',
  minutes: 45,
  audience: 'everyone',
  defaultLinks: {_type: 'meetingLinks', join: 'https://meet.example.org/wednesdays'},
  cadence: {
    _type: 'cadence',
    slots: [
      {
        _key: 'slot',
        _type: 'recurrence',
        frequency: 'weekly',
        interval: 1,
        weekdays: ['WE'],
        time: '09:00',
        timeZone,
        startDate: '2026-01-07',
      },
    ],
  },
}

test('the next session of a series takes fewer than ten interactions, and Upcoming shows it with the date in its own time zone', async ({
  page,
  addresses,
  client,
}) => {
  await ownDocuments(client, wednesdays)
  const form = studioForm(page, addresses.studio)
  let interactions = 0
  const act = async (interaction: Promise<unknown>) => {
    interactions += 1
    await interaction
  }

  await openStudio(page, `${addresses.studio}/meetings`)
  await act(page.getByRole('link', {name: 'By series'}).click())
  await act(page.getByRole('link', {name: 'Wednesday mornings'}).click())
  await act(page.getByRole('link', {name: 'Next touchpoint'}).click())
  const schedule = page.getByTestId('schedule-input')
  await expect.poll(() => schedule.getByLabel('Time (24-hour)').inputValue()).toBe('09:00')
  await act(form.fill('title', 'A morning in Auckland'))
  const start = nextWednesday()
  const slug = `${wallClock(start, timeZone).date}-a-morning-in-auckland`
  await expect.poll(() => form.field('slug').locator('input').inputValue()).toBe(slug)
  await act(
    form.publish(() =>
      client.fetch('defined(*[series._ref == $id && !(_id in path("drafts.**"))][0])', {
        id: wednesdays._id,
      }),
    ),
  )
  await act(page.getByRole('link', {name: 'Upcoming'}).click())
  const row = page.getByRole('link', {name: /A morning in Auckland/})
  await expect.poll(() => row.first().innerText()).toContain(`${shortDate(start)}, 09:00`)
  expect(interactions).toBeLessThan(10)

  const stored = await client.fetch<unknown>('*[_type == "touchpoint" && series._ref == $id][0]', {
    id: wednesdays._id,
  })
  expect(stored).toMatchObject({
    schedule: {start, timeZone, minutes: 45},
    links: {join: 'https://meet.example.org/wednesdays'},
    slug: {current: slug},
  })
})

/** Finds the next Wednesday day by day, independently of the cadence's implementation. */
function nextWednesday(): string {
  const now = testNow().getTime()
  for (let days = 0; days < 9; days++) {
    const {date, weekday} = wallClock(new Date(now + days * 86_400_000).toISOString(), timeZone)
    const nine = instantFromWallClock(date, '09:00', timeZone)
    if (weekday === 'WE' && nine.kind === 'instant' && Date.parse(nine.instant) > now) {
      return nine.instant
    }
  }
  throw new Error('There is no Wednesday')
}

/** @example shortDate('2026-11-24T20:00:00Z') // 'Wed 25 Nov 2026' */
function shortDate(instant: string): string {
  const options = {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'} as const
  return new Intl.DateTimeFormat('en-GB', {...options, timeZone})
    .format(new Date(instant))
    .replace(',', '')
}
