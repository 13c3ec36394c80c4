import {expect} from 'vitest'

import {dateIn} from '../../support/clock/testNow.ts'
import {touchpointWithinTheHour} from '../../support/touchpointWithinTheHour.ts'
import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {deleteAfterwards, ownDocuments} from '../support/ownDocuments.ts'
import {studioForm} from '../support/studioForm.ts'

test('an editor changes a title, adds a guest and publishes, and the page shows both after a reload', async ({
  page,
  context,
  addresses,
  client,
}) => {
  const id = 'touchpoint-edited'
  const next = await touchpointWithinTheHour(client, id, 'All Hands before it is edited')
  await ownDocuments(client, {...next, _id: id})
  const form = studioForm(page, addresses.studio)
  const site = await context.newPage()
  await site.goto(`${addresses.site}/community/meetings/`)

  // A page behind another one is not drawn, and what waits for a drawn frame waits with it.
  await page.bringToFront()
  await form.open('touchpoint', id)
  await form.fill('title', 'All Hands with a guest')
  await form.tab('Program')
  await form.field('guests').getByRole('button', {name: 'Add item'}).click()
  await form.refer(page.getByRole('dialog'), 'Ana Jiménez')
  await page.keyboard.press('Escape')
  await form.publish(() =>
    client.fetch('defined(*[_id == $id && title == "All Hands with a guest"][0])', {id}),
  )

  await site.bringToFront()
  await site.reload()
  const shown = site.locator('.next', {hasText: 'All Hands with a guest'})
  await expect.poll(() => shown.innerText()).toContain('Ana Jiménez')
})

test('an editor makes a touchpoint from nothing, and it stands on the page once published', async ({
  page,
  addresses,
  client,
}) => {
  const form = studioForm(page, addresses.studio)
  deleteAfterwards(client, 'slug.current == "a-session-from-nothing"')
  await form.create('touchpoint')
  await form.fill('title', 'A session from nothing')
  await form.field('slug').getByRole('button', {name: 'Generate'}).click()
  await form.refer(page.locator('body'), 'On-demand touchpoints')
  const schedule = page.getByTestId('schedule-input')
  await schedule.getByLabel('Date').fill(dateIn(30))
  await schedule.getByLabel('Time (24-hour)').fill('16:00')
  await schedule.getByLabel('Time zone').fill('Europe/Madrid')
  await schedule.getByLabel('Length in minutes').fill('45')
  await form.publish(() =>
    client.fetch(
      'defined(*[slug.current == "a-session-from-nothing" && !(_id in path("drafts.**"))][0])',
    ),
  )

  await page.goto(`${addresses.site}/community/meetings/`)
  await expect.poll(() => page.locator('body').innerText()).toContain('A session from nothing')
})

test('an editor unpublishes and deletes, and the lake has no trace of the document left in its lists', async ({
  page,
  addresses,
  client,
}) => {
  const id = 'short-lived'
  await client.create({
    _id: id,
    _type: 'organization',
    name: 'Short-lived',
    slug: {_type: 'slug', current: id},
  })
  const form = studioForm(page, addresses.studio)
  await form.open('organization', id, 'published')
  await page.getByTestId('action-unpublish').click()
  await page.getByTestId('confirm-button').click()
  await eventually('the draft alone', async () => {
    const ids = await client.fetch<string[]>('*[slug.current == "short-lived"]._id')
    return ids.length === 1 && ids[0] === `drafts.${id}`
  })
  await form.open('organization', id)
  await form.act('Delete')
  await page.getByTestId('confirm-button').click()
  await eventually('nothing', () => client.fetch('count(*[slug.current == "short-lived"]) == 0'))
})

test('the meetings page is one: it cannot be made anew, duplicated, unpublished or deleted', async ({
  page,
  addresses,
}) => {
  const form = studioForm(page, addresses.studio)
  await form.open('meetingsPage', 'meetingsPage')
  await page.getByTestId('action-publish').waitFor()
  // Without another action there is no menu of them either.
  expect(await page.getByTestId('action-menu-button').count()).toBe(0)

  await page.getByRole('button', {name: 'Create new document'}).click()
  await page.getByTestId('create-new-guest').waitFor()
  expect(await page.getByTestId('create-new-meetingsPage').count()).toBe(0)
})
