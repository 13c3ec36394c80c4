import {expect} from 'vitest'

import {test} from '../../support/browserTest.ts'
import {countActs} from '../../support/countActs.ts'
import {ownDocuments} from '../../support/ownDocuments.ts'
import {studioForm} from '../../support/studioForm.ts'

const series = {
  _id: 'series-acts-weekly',
  _type: 'series',
  title: 'Acts weekly',
  slug: {_type: 'slug', current: 'acts-weekly'},
  meets: 'scheduled',
  lifecycle: 'active',
  minutes: 45,
  audience: 'everyone',
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
        timeZone: 'Europe/Madrid',
        startDate: '2026-01-07',
      },
    ],
  },
}

test('the next session of a series is published in four interactions, and the one after it has another date and slug', async ({
  page,
  addresses,
  client,
}) => {
  await ownDocuments(client, series)
  const form = studioForm(page, addresses.studio)
  const schedule = page.getByTestId('schedule-input')
  const stored = () =>
    client.fetch<{start: string; slug: string; draft: boolean}[]>(
      '*[series._ref == $id] | order(schedule.start asc){"start": schedule.start, "slug": slug.current, "draft": _id in path("drafts.**")}',
      {id: series._id},
    )
  await form.open('series', series._id)

  const {act, count} = countActs()
  await act(page.getByRole('button', {name: /^Schedule next /}).click())
  // Until then, the title on the screen is the one of the series.
  await schedule.waitFor()
  await act(form.fill('title', 'The first one'))
  await act(form.publish(async () => (await stored()).some(({draft}) => !draft)))
  expect(count()).toBeLessThanOrEqual(4)

  // From the session itself, without publishing: a draft fills its date too.
  for (const title of ['The second one', 'The third one']) {
    await page
      .getByTestId('session-acts')
      .getByRole('button', {name: /^Schedule next /})
      .click()
    await expect
      .poll(() => form.field('title').locator('input, textarea').first().inputValue())
      .toBe('To be announced')
    await schedule.waitFor()
    await form.fill('title', title)
    await expect
      .poll(
        async () => await client.fetch<string[]>('*[series._ref == $id].title', {id: series._id}),
      )
      .toContain(title)
  }
  const sessions = await stored()
  expect(new Set(sessions.map(({start}) => start)).size).toBe(3)
  expect(new Set(sessions.map(({slug}) => slug)).size).toBe(3)
})
