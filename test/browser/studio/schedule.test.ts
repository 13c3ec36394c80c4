import {AxeBuilder} from '@axe-core/playwright'
import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {studioForm} from '../support/studioForm.ts'

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

function isFocused(element: Element): boolean {
  return element === element.ownerDocument.activeElement
}

function serious(violations: {id: string; impact?: string | null}[]): string[] {
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id}) => id)
}
