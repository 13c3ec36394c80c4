import {Temporal} from 'temporal-polyfill'
import {expect} from 'vitest'

import {testNow} from '../../support/clock/testNow.ts'
import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {tabTo} from '../support/keyboard.ts'
import {ownDocuments} from '../support/ownDocuments.ts'
import {seriousProblems} from '../support/seriousProblems.ts'
import {studioForm} from '../support/studioForm.ts'

const timeZone = 'Europe/Madrid'

/** Returns a planned session at noon in Madrid, in a series without a cadence. */
function session(id: string, date: string) {
  const noon = Temporal.ZonedDateTime.from(`${date}T12:00[${timeZone}]`)
  return {
    _id: id,
    _type: 'touchpoint',
    title: 'Around the night the clocks change',
    slug: {_type: 'slug', current: id},
    series: {_type: 'reference', _ref: 'series-on-demand-touchpoints'},
    schedule: {_type: 'schedule', start: noon.toInstant().toString(), timeZone, minutes: 60},
    status: 'planned',
    audience: 'everyone',
  }
}

test('a date shortly after a clock change gets a warning, and a later date removes it', async ({
  page,
  addresses,
  client,
}) => {
  const change = Temporal.Instant.from(testNow().toISOString())
    .toZonedDateTimeISO(timeZone)
    .getTimeZoneTransition('next')
    ?.toPlainDate()
  if (!change) throw new Error('The clocks of Madrid do not change any more')
  const later = change.add({days: 30}).toString()
  const id = 'touchpoint-after-clock-change'
  await ownDocuments(client, session(id, later))
  await studioForm(page, addresses.studio).open('touchpoint', id)
  const schedule = page.getByTestId('schedule-input')
  const warning = schedule.getByText(`The clocks in ${timeZone} change on ${change.toString()}`)

  await schedule.getByLabel('Date').fill(change.add({days: 3}).toString())
  await warning.waitFor()
  await schedule.getByLabel('Date').fill(later)
  await warning.waitFor({state: 'detached'})
})

test('a time that the clocks skip offers a choice, which the keyboard alone can make, and axe finds no serious problem', async ({
  page,
  addresses,
  client,
}) => {
  const id = 'touchpoint-clock-change'
  await ownDocuments(client, session(id, '2027-03-28'))
  await studioForm(page, addresses.studio).open('touchpoint', id)
  const schedule = page.getByTestId('schedule-input')
  await tabTo(page, schedule.getByLabel('Time (24-hour)'))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('02:30')
  await schedule.getByText('does not exist in Europe/Madrid').waitFor()
  await tabTo(page, schedule.getByRole('button', {name: '03:30 (UTC+02:00)'}))
  await page.keyboard.press('Enter')
  await eventually('the chosen instant', () =>
    client.fetch('count(*[_id == $draft && schedule.start == "2027-03-28T01:30:00Z"])', {
      draft: `drafts.${id}`,
    }),
  )
  expect(await seriousProblems(page, '[data-testid="schedule-input"]')).toEqual([])
})

test('date, time, time zone and length can be entered with the keyboard alone', async ({
  page,
  addresses,
  client,
}) => {
  const id = 'touchpoint-by-keyboard'
  await ownDocuments(client, session(id, '2027-05-04'))
  await studioForm(page, addresses.studio).open('touchpoint', id)
  const schedule = page.getByTestId('schedule-input')
  // Month, day, year is the order of the browser's date input in its language.
  await tabTo(page, schedule.getByLabel('Date'))
  await page.keyboard.type('06172027')
  await tabTo(page, schedule.getByLabel('Time (24-hour)'))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('18:30')
  await tabTo(page, schedule.getByLabel('Time zone'))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Asia/Tokyo')
  await tabTo(page, schedule.getByLabel('Length in minutes'))
  await page.keyboard.press('ArrowDown')

  await eventually('what was written', () =>
    client.fetch(
      'count(*[_id == $draft && schedule.start == "2027-06-17T09:30:00Z" && schedule.timeZone == "Asia/Tokyo" && schedule.minutes == 59])',
      {draft: `drafts.${id}`},
    ),
  )
})

test('a time zone that is still a question keeps Publish from publishing the old one', async ({
  page,
  addresses,
  client,
}) => {
  const id = 'touchpoint-open-zone'
  await ownDocuments(client, session(id, '2027-06-01'), {
    ...session(id, '2027-06-02'),
    _id: `drafts.${id}`,
  })
  await studioForm(page, addresses.studio).open('touchpoint', id)
  const schedule = page.getByTestId('schedule-input')
  await schedule.getByLabel('Time zone').fill('CST')
  await page.keyboard.press('Tab')
  await schedule.getByText('Not saved. “CST” is the time of several places').waitFor()
  const publish = page.getByTestId('action-publish')
  await publish.click()
  await page.getByText('Time zone: “CST” is not saved.').first().waitFor()
  expect(await client.fetch('count(*[_id == $draft])', {draft: `drafts.${id}`})).toBe(1)

  await schedule.getByRole('button', {name: 'Chicago'}).click()
  await eventually('the chosen zone', () =>
    client.fetch('count(*[_id == $draft && schedule.timeZone == "America/Chicago"])', {
      draft: `drafts.${id}`,
    }),
  )
  await publish.dblclick()
  await eventually('the published zone', () =>
    client.fetch('count(*[_id == $id && schedule.timeZone == "America/Chicago"])', {id}),
  )
  expect(await page.getByText('An error occurred during publish').count()).toBe(0)
})
