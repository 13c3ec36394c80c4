import {join} from 'node:path'
import {expect} from 'vitest'

import {chromiumPath} from '../../support/chromium.ts'
import {
  astroTypeErrors,
  buildAstro,
  plantedAstroErrors,
  plantedError,
} from '../support/astroProject.ts'
import {asOf, exampleTest, knownMeeting} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {serveFolder} from '../support/serveFolder.ts'

const test = exampleTest('astro').extend<{site: string}>({
  site: [
    async ({folder, env}, use) => {
      await installTarballs(folder, [...loaderTarballs, 'touchpoints-elements'])
      await buildAstro(folder, {...env, TOUCHPOINTS_NOW: asOf})
      await use(folder)
    },
    {scope: 'file'},
  ],
})

test.skipIf(!chromiumPath)(
  'the Astro site, installed and built by itself, lists the sessions and has a page for each',
  async ({site, open}) => {
    const server = await serveFolder(join(site, 'dist'))
    const {page, faults} = await open(server.origin)
    await page.locator('touchpoints-next .content').getByText(knownMeeting).waitFor()
    await page.locator('touchpoints-calendar .content').getByText(knownMeeting).first().waitFor()
    await page.getByText('OSPO Book Working Group').waitFor()
    await page.getByRole('link', {name: knownMeeting, exact: true}).click()
    await page.getByRole('heading', {name: knownMeeting}).waitFor()
    await page.getByText('Dana Wang').waitFor()
    expect(faults).toEqual([])
    await server.close()
  },
  installTime + 300_000,
)

test(
  'the Astro site knows the types of its collections, and reports a planted mistake',
  async ({site}) => {
    expect(await astroTypeErrors(site)).toEqual([])
    expect(await plantedAstroErrors(site)).toEqual([expect.stringMatching(plantedError)])
  },
  installTime + 300_000,
)
