import {expect} from 'vitest'

import {readContent} from '../../support/readContent.ts'
import {test} from '../support/browserTest.ts'
import {openStudio} from '../support/openStudio.ts'

/** Other tests create none. */
const organizations = readContent().filter(({_type}) => _type === 'organization').length

test('Vision shows the result of a query', async ({page, addresses}) => {
  await openStudio(page, `${addresses.studio}/vision`)
  await page.locator('.cm-content').first().click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('count(*[_type == "organization"])')
  await page.getByRole('button', {name: 'Fetch'}).click()
  await expect
    .poll(() => page.getByTestId('vision-result').innerText())
    .toContain(String(organizations))
})
