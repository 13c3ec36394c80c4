import {expect, onTestFinished} from 'vitest'

import {test} from '../support/browserTest.ts'
import {openStudio} from '../support/openStudio.ts'

test('the list of missing translations opens in a community with seven languages', async ({
  page,
  addresses,
  client,
}) => {
  const {languages} = await client.fetch<{languages: string[] | null}>(
    '*[_id == "community"][0]{languages}',
  )
  onTestFinished(async () => {
    const patch = client.patch('community')
    await (languages ? patch.set({languages}) : patch.unset(['languages'])).commit()
  })
  await client
    .patch('community')
    .set({languages: ['en', 'es', 'fr', 'de', 'ja', 'zh', 'ar']})
    .commit()

  await openStudio(page, `${addresses.studio}/meetings`)
  await page.getByRole('link', {name: 'Needs attention'}).click()
  await page.getByRole('link', {name: /^Missing translations \(\d+\)/}).click()
  const list = page.getByTestId('document-list-pane')
  await expect.poll(() => list.getByRole('link').count()).toBeGreaterThan(1)
  expect(await list.getByText(/could not|error|characters/i).count()).toBe(0)
})
