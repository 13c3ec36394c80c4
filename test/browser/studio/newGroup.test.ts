import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {openStudio} from '../support/openStudio.ts'
import {deleteAfterwards} from '../support/ownDocuments.ts'
import {studioForm} from '../support/studioForm.ts'

test('a new group with one weekly call is made in under ten interactions', async ({
  page,
  addresses,
  client,
}) => {
  const form = studioForm(page, addresses.studio)
  const cadence = page.getByTestId('cadence-input')
  const stored = (query: string) => client.fetch(query)
  let interactions = 0
  const act = async (interaction: Promise<unknown>) => {
    interactions += 1
    await interaction
  }

  deleteAfterwards(client, 'slug.current match "test-group-of-eight-steps*"')
  await openStudio(page, `${addresses.studio}/meetings`)
  await act(page.locator('a[href*="working-groups"]').first().click())
  await act(page.getByRole('link', {name: /^New /}).click())
  await act(form.fill('title', 'Test group of eight steps'))
  await act(
    form.publish(() =>
      stored(
        'defined(*[_type == "workingGroup" && slug.current == "test-group-of-eight-steps" && !(_id in path("drafts.**"))][0])',
      ),
    ),
  )
  await act(page.getByRole('button', {name: 'Add a meeting'}).click())
  await act(cadence.getByRole('button', {name: 'Tue', exact: true}).click())
  await act(cadence.getByLabel('Time (24-hour)').fill('4 pm'))
  // While the input has focus, so that Publish finds the time validated.
  await expect
    .poll(() =>
      stored(
        '*[_type == "series" && slug.current == "test-group-of-eight-steps-meeting"][0].cadence.slots[0].time',
      ),
    )
    .toBe('16:00')
  await act(
    form.publish(() =>
      stored(
        'defined(*[_type == "series" && slug.current == "test-group-of-eight-steps-meeting" && !(_id in path("drafts.**"))][0])',
      ),
    ),
  )
  expect(interactions).toBeLessThan(10)

  const series = await stored(
    '*[_type == "series" && slug.current == "test-group-of-eight-steps-meeting"][0]{_id, "group": group->_id, cadence}',
  )
  expect(series).toMatchObject({
    group: expect.any(String),
    cadence: {slots: [{weekdays: ['TU'], time: '16:00'}]},
  })
})
