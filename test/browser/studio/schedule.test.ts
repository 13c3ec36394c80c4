import {AxeBuilder} from '@axe-core/playwright'
import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {studioForm} from '../support/studioForm.ts'

const cadence = {
  _type: 'recurrence',
  frequency: 'weekly',
  interval: 1,
  weekdays: ['WE'],
  time: '15:00',
  timeZone: 'Europe/Madrid',
  startDate: '2026-01-07',
}
const series = {
  _id: 'series-wednesdays',
  _type: 'series',
  title: 'Wednesday sessions',
  slug: {_type: 'slug', current: 'wednesdays'},
  kind: 'touchpoint',
  minutes: 45,
  audience: 'everyone',
  cadence,
}

test('the next session of a series is scheduled in two clicks, with start, zone and length filled in', async ({
  page,
  addresses,
  client,
}) => {
  await client.createOrReplace(series)
  const form = studioForm(page, addresses.studio)
  await form.open('series', series._id)
  await form.act('Schedule the next session')
  const schedule = page.getByTestId('schedule-input')
  await expect.poll(() => schedule.getByLabel('Time, 24 hours').inputValue()).toBe('15:00')
  await form.publish()
  const stored = await eventually('the published session', () =>
    client.fetch<{schedule: {timeZone: string; minutes: number}} | null>(
      '*[_type == "touchpoint" && series._ref == $id && !(_id in path("drafts.**"))][0]',
      {id: series._id},
    ),
  )
  expect(stored.schedule).toMatchObject({timeZone: 'Europe/Madrid', minutes: 45})
})

test('an hour that the clocks skip is a choice, made with the keyboard alone, and axe finds nothing serious', async ({
  page,
  addresses,
  client,
}) => {
  const form = studioForm(page, addresses.studio)
  await client.createOrReplace({
    _id: 'touchpoint-clock-change',
    _type: 'touchpoint',
    title: 'On the night the clocks change',
    slug: {_type: 'slug', current: 'clock-change'},
    series: {_type: 'reference', _ref: 'series-on-demand-touchpoints'},
    schedule: {
      _type: 'schedule',
      start: '2027-03-28T12:00:00Z',
      timeZone: 'Europe/Madrid',
      minutes: 60,
    },
    status: 'planned',
    audience: 'everyone',
  })
  await form.open('touchpoint', 'touchpoint-clock-change')
  const schedule = page.getByTestId('schedule-input')
  await schedule.getByLabel('Time, 24 hours').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('02:30')
  await schedule.getByText('does not exist in Europe/Madrid').waitFor()
  const later = schedule.getByRole('button', {name: '03:30 (UTC+02:00)'})
  for (let presses = 0; presses < 6 && !(await later.evaluate(isFocused)); presses++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await eventually('the chosen instant', () =>
    client.fetch(
      'count(*[_id == "drafts.touchpoint-clock-change" && schedule.start == "2027-03-28T01:30:00Z"])',
    ),
  )

  const {violations} = await new AxeBuilder({page})
    .include('[data-testid="schedule-input"]')
    .analyze()
  expect(serious(violations)).toEqual([])
})

test('a cadence is read back as its sentence and next dates, and axe finds nothing serious', async ({
  page,
  addresses,
  client,
}) => {
  await client.createOrReplace(series)
  const form = studioForm(page, addresses.studio)
  await form.open('series', series._id)
  const recurrence = page.getByTestId('recurrence-input')
  await recurrence.getByLabel('Repeats').selectOption('monthly')
  await recurrence.getByLabel('Which one of the month').selectOption({label: 'The 2nd'})
  await expect
    .poll(() => page.getByTestId('recurrence-sentence').innerText())
    .toBe('Every 2nd Wednesday of the month at 15:00 (Europe/Madrid)')
  expect(await recurrence.locator('ol > li').count()).toBe(5)

  const {violations} = await new AxeBuilder({page})
    .include('[data-testid="recurrence-input"]')
    .analyze()
  expect(serious(violations)).toEqual([])
})

function isFocused(element: Element): boolean {
  return element === element.ownerDocument.activeElement
}

function serious(violations: {id: string; impact?: string | null}[]): string[] {
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id}) => id)
}
