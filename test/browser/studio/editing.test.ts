import {expect} from 'vitest'

import {dateIn} from '../../support/clock/testNow.ts'
import {touchpointWithinTheHour} from '../../support/touchpointWithinTheHour.ts'
import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {deleteAfterwards, ownDocuments} from '../support/ownDocuments.ts'
import {studioForm} from '../support/studioForm.ts'

test('the page shows a changed title and an added guest after publishing and a reload', async ({
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

  // Chromium renders no frames for a page in the background, and the Studio waits for a frame.
  await page.bringToFront()
  await form.open('touchpoint', id)
  await form.fill('title', 'All Hands with a guest')
  await form.tab('Program')
  await page.getByRole('button', {name: 'Add guest…'}).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Ana Jimenez')
  await page.getByRole('button', {name: 'Use: Ana Jiménez'}).click()
  await form.publish(() =>
    client.fetch('defined(*[_id == $id && title == "All Hands with a guest"][0])', {id}),
  )

  await site.bringToFront()
  await site.reload()
  const shown = site.locator('.row', {hasText: 'All Hands with a guest'})
  await expect.poll(() => shown.innerText()).toContain('Ana Jiménez')
})

test('the page shows a new touchpoint after it is published', async ({page, addresses, client}) => {
  const form = studioForm(page, addresses.studio)
  deleteAfterwards(client, 'title == "A session from nothing"')
  await form.create('touchpoint')
  await form.fill('title', 'A session from nothing')
  await form.refer(page.locator('body'), 'On-demand touchpoints')
  const schedule = page.getByTestId('schedule-input')
  await schedule.getByLabel('Date').fill(dateIn(1))
  await schedule.getByLabel('Time (24-hour)').fill('16:00')
  await schedule.getByLabel('Time zone').fill('Europe/Madrid')
  await schedule.getByLabel('Length in minutes').fill('45')
  const slug = `${dateIn(1)}-a-session-from-nothing`
  await expect.poll(() => form.field('slug').locator('input').inputValue()).toBe(slug)
  await form.publish(() =>
    client.fetch('defined(*[slug.current == $slug && !(_id in path("drafts.**"))][0])', {slug}),
  )

  await page.goto(`${addresses.site}/community/meetings/`)
  await expect.poll(() => page.locator('body').innerText()).toContain('A session from nothing')
})

test('a document that is unpublished and deleted is no longer in the lake', async ({
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

test('the meetings page is a singleton that cannot be created, duplicated, unpublished or deleted', async ({
  page,
  addresses,
}) => {
  const form = studioForm(page, addresses.studio)
  await form.open('meetingsPage', 'meetingsPage')
  await page.getByTestId('action-publish').waitFor()
  // Without another action, the Studio shows no menu.
  expect(await page.getByTestId('action-menu-button').count()).toBe(0)

  await page.getByRole('button', {name: 'Create new document'}).click()
  await page.getByTestId('create-new-guest').waitFor()
  expect(await page.getByTestId('create-new-meetingsPage').count()).toBe(0)
})
