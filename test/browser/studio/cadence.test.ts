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
    meets: 'standing',
    lifecycle: 'active',
    minutes: 60,
    audience: 'everyone',
  }
  await ownDocuments(client, onDemand)
  await studioForm(page, addresses.studio).open('series', id)
  const cadence = page.getByTestId('cadence-input')
  await cadence.getByText('No cadence').waitFor()
  const press = async (name: string) => {
    await tabTo(page, cadence.getByRole('button', {name, exact: true}))
    await page.keyboard.press('Space')
  }

  await press('Set weekday and time')
  await tabTo(page, cadence.getByLabel('Every', {exact: true}))
  await page.keyboard.press('ArrowUp')
  await tabTo(page, cadence.getByLabel('Unit'))
  await page.keyboard.press('ArrowDown')
  await press('Thu')
  await press('2nd')
  await tabTo(page, cadence.getByLabel('Time (24-hour)'))
  await page.keyboard.type('noon')
  await tabTo(page, cadence.getByLabel('Time zone'))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('London')
  await tabTo(page, cadence.getByLabel('Start date'))
  await page.keyboard.type('01012026')

  await expect
    .poll(() => cadence.getByTestId('cadence-sentence').innerText())
    .toContain('2nd Thursday')
  await expect.poll(() => cadence.locator('ol > li').count()).toBe(6)
  await expect
    .poll(() => client.fetch('*[_id == $draft][0].cadence.slots', {draft: `drafts.${id}`}))
    .toMatchObject([
      {
        frequency: 'monthly',
        monthlyOn: 'weekday',
        interval: 2,
        ordinals: [2],
        weekdays: ['TH'],
        time: '12:00',
        timeZone: 'Europe/London',
        startDate: '2026-01-01',
      },
    ])
  expect(await seriousProblems(page, '[data-testid="cadence-input"]')).toEqual([])
})

test('a date can be skipped with a reason and restored, and words are read', async ({
  page,
  addresses,
  client,
}) => {
  const id = 'series-in-words'
  await ownDocuments(client, {
    _id: id,
    _type: 'series',
    title: 'In words',
    slug: {_type: 'slug', current: 'in-words'},
    meets: 'standing',
    lifecycle: 'active',
    minutes: 60,
    audience: 'everyone',
  })
  await studioForm(page, addresses.studio).open('series', id)
  const cadence = page.getByTestId('cadence-input')
  const stored = () => client.fetch('*[_id == $draft][0].cadence', {draft: `drafts.${id}`})

  await cadence.getByLabel('Type it in words').fill('every Thursday at 16:00')
  await page.keyboard.press('Enter')
  await cadence.getByRole('button', {name: 'UTC', exact: true}).click()
  await cadence.getByRole('button', {name: 'Use this cadence'}).click()
  await expect.poll(stored).toMatchObject({slots: [{weekdays: ['TH'], timeZone: 'UTC'}]})

  await cadence
    .getByRole('button', {name: /^Skip /})
    .nth(1)
    .click()
  await cadence.getByLabel('Reason').fill('Public holiday')
  await page.keyboard.press('Enter')
  await expect
    .poll(stored)
    .toMatchObject({exceptions: [{kind: 'skipped', reason: 'Public holiday'}]})
  await cadence.getByRole('button', {name: /^Restore /}).click()
  await expect.poll(async () => (await stored()).exceptions ?? null).toBeNull()
})
