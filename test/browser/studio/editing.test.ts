import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {studioForm} from '../support/studioForm.ts'

test('an editor changes a title, adds a guest and publishes, and the page shows both after a reload', async ({
  page,
  context,
  addresses,
  client,
}) => {
  const id = 'touchpoint-all-hands-2026-autumn-1'
  const form = studioForm(page, addresses.studio)
  const site = await context.newPage()
  await site.goto(`${addresses.site}/community/meetings/`)

  await form.open('touchpoint', id)
  await form.fill('title', 'All Hands with a guest')
  await form.tab('Programme')
  await form.field('guests').getByRole('button', {name: 'Add item'}).click()
  await form.refer(page.getByRole('dialog'), 'Ana Jiménez')
  await page.keyboard.press('Escape')
  await form.publish()
  await eventually('the published title', () =>
    client.fetch('count(*[_id == $id && title == "All Hands with a guest"])', {id}),
  )

  await site.reload()
  const shown = site.locator('body')
  await expect.poll(() => shown.innerText()).toContain('All Hands with a guest')
  await expect.poll(() => shown.innerText()).toContain('Ana Jiménez')
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
