import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {studioForm} from '../support/studioForm.ts'

const openWorkHours = {name: /TODO open work hours/}

test('a touchpoint made from a feed event is one event with it, and a difference is settled by a click', async ({
  page,
  addresses,
  client,
}) => {
  await page.goto(`${addresses.studio}/calendar`)
  await page.getByRole('button', {name: 'Agenda'}).click()
  await page.locator('.touchpoints-feed').filter({hasText: 'TODO open work hours'}).first().click()
  await page.getByRole('region', openWorkHours).waitFor()
  await page.getByRole('button', {name: 'Make a touchpoint of it'}).click()

  const form = studioForm(page, addresses.studio)
  await form.field('title').waitFor()
  await form.refer(page.locator('body'), 'On-demand touchpoints')
  await page.getByTestId('schedule-input').getByLabel('Length in minutes').fill('25')
  await form.publish()
  const made = await eventually('the published touchpoint', () =>
    client.fetch<{_id: string; start: string} | null>(
      '*[_type == "touchpoint" && title match "open work hours" && schedule.minutes == 25 && !(_id in path("drafts.**"))][0]{_id, "start": schedule.start}',
    ),
  )

  const asked = new URL(`${addresses.lake}/touchpoints/events`)
  asked.searchParams.set('from', made.start)
  asked.searchParams.set('to', new Date(Date.parse(made.start) + 1000).toISOString())
  const answer = await (await fetch(asked.href.replace('localhost', '127.0.0.1'))).text()
  const events: {events: {title: string; sources: unknown[]}[]} = JSON.parse(answer)
  const same = events.events.filter(({title}) => openWorkHours.name.test(title))
  expect(same).toHaveLength(1)
  expect(same[0]?.sources).toHaveLength(2)

  await page.goto(`${addresses.studio}/calendar`)
  await page.locator('.touchpoints-disagrees').first().click()
  await page.getByRole('button', {name: 'Take 60 minutes'}).click()
  await eventually('the length of the calendar', () =>
    client.fetch('count(*[_id == $id && schedule.minutes == 60])', {id: `drafts.${made._id}`}),
  )
})
