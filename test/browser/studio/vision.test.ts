import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {openStudio} from '../support/openStudio.ts'

test('Vision shows the result of a query', async ({page, addresses}) => {
  await openStudio(page, `${addresses.studio}/vision`)
  await page.locator('.cm-content').first().click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('count(*[_type == "series"])')
  await page.getByRole('button', {name: 'Fetch'}).click()
  await expect.poll(() => page.getByTestId('vision-result').innerText()).toContain('6')
})
