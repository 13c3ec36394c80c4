import {expect} from 'vitest'

import {test} from '../../support/browserTest.ts'
import {studioForm} from '../../support/studioForm.ts'

test('a guest of a session cannot be deleted, and the dialog says which documents use it', async ({
  page,
  addresses,
  client,
}) => {
  const form = studioForm(page, addresses.studio)
  await form.open('guest', 'guest-dana-wang')
  await form.act('Delete')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/^Delete: used by/).waitFor()
  await dialog.getByText('Remove it from these documents').waitFor()
  await dialog.getByRole('link').first().waitFor()
  expect(await page.getByTestId('confirm-button').count()).toBe(0)
  expect(await client.getDocument('guest-dana-wang')).toBeDefined()
})
