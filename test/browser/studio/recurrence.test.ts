import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {tabTo} from '../support/keyboard.ts'
import {ownDocuments} from '../support/ownDocuments.ts'
import {seriousProblems} from '../support/seriousProblems.ts'
import {studioForm} from '../support/studioForm.ts'

test('a cadence can be entered with the keyboard alone, shows its sentence and dates, and axe finds no serious problem', async ({
  page,
  addresses,
  client,
}) => {
  const id = 'series-by-keyboard'
  const onDemand = {
    _id: id,
    _type: 'series',
    title: 'By keyboard',
    slug: {_type: 'slug', current: 'by-keyboard'},
    kind: 'touchpoint',
    minutes: 60,
    audience: 'everyone',
  }
  await ownDocuments(client, onDemand)
  await studioForm(page, addresses.studio).open('series', id)
  const recurrence = page.getByTestId('recurrence-input')
  await recurrence.getByText('No cadence').waitFor()

  await tabTo(page, recurrence.getByLabel('Repeats'))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, recurrence.getByLabel('Interval in months'))
  await page.keyboard.press('ArrowUp')
  await tabTo(page, recurrence.getByLabel('Week of month'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await tabTo(page, recurrence.getByLabel('Thursday'))
  await page.keyboard.press('Space')
  await tabTo(page, recurrence.getByLabel('Time (24-hour)'))
  await page.keyboard.type('12:00')
  await tabTo(page, recurrence.getByLabel('Time zone'))
  await page.keyboard.type('Europe/London')
  await tabTo(page, recurrence.getByLabel('Start date'))
  await page.keyboard.type('01012026')

  await expect
    .poll(() => recurrence.getByTestId('recurrence-sentence').innerText())
    .toBe('Every 2 months on the 2nd Thursday at 12:00 (Europe/London)')
  expect(await recurrence.locator('ol > li').count()).toBe(5)
  await expect
    .poll(() => client.fetch('*[_id == $draft][0].cadence', {draft: `drafts.${id}`}))
    .toMatchObject({
      frequency: 'monthly',
      interval: 2,
      ordinal: 2,
      weekdays: ['TH'],
      time: '12:00',
      timeZone: 'Europe/London',
      startDate: '2026-01-01',
    })
  expect(await seriousProblems(page, '[data-testid="recurrence-input"]')).toEqual([])
})
