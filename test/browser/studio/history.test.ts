import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {studioForm} from '../support/studioForm.ts'

test('two windows show each other’s presence and edits', async ({page, context, addresses}) => {
  const other = await context.newPage()
  other.setDefaultTimeout(60_000)
  const [here, there] = [studioForm(page, addresses.studio), studioForm(other, addresses.studio)]
  await here.open('guest', 'guest-ana-jimenez')
  await there.open('guest', 'guest-ana-jimenez')
  await here.fill('role', 'Typed in the first window')
  const seen = there.field('role').locator('input').first()
  await expect.poll(() => seen.inputValue(), {timeout: 20_000}).toBe('Typed in the first window')
  // No field has focus in the other window, so the Studio shows its presence at the top.
  await page.getByTestId('document-level-presence').waitFor()
})

test('History shows the changes of a document and restores an old revision', async ({
  page,
  addresses,
  client,
}) => {
  const id = 'guest-history'
  await client.createOrReplace({_id: id, _type: 'guest', name: 'As it was'})
  const form = studioForm(page, addresses.studio)
  await form.open('guest', id)
  await form.fill('name', 'As it became')
  await eventually('the edit', () =>
    client.fetch('count(*[_id == "drafts.guest-history" && name == "As it became"])'),
  )
  await page.getByTestId('pane-context-menu-button').last().click()
  await page.getByText('History', {exact: true}).last().click()
  const revisions = page.getByTestId('timeline-item-button')
  // The newest revision comes first, and it is also the last one until the others are loaded.
  await expect.poll(() => revisions.count()).toBeGreaterThan(1)
  await revisions.last().click()
  await page.getByRole('button', {name: 'Revert to revision'}).click()
  await page.getByRole('button', {name: 'Confirm'}).click()
  await eventually('the old name', () =>
    client.fetch('count(*[_id == "drafts.guest-history" && name == "As it was"])'),
  )
})
