import {join} from 'node:path'
import {expect} from 'vitest'

import {chromiumPath} from '../../support/chromium.ts'
import {exactAstroErrors, plantedKinds, writeAstroKinds} from '../support/astroKinds.ts'
import {
  astroTypeErrors,
  buildAstro,
  plantedAstroErrors,
  plantedError,
  syncAstro,
} from '../support/astroProject.ts'
import {addDependencies} from '../support/changeManifest.ts'
import {asOf, exampleTest, knownMeeting} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {serveFolder} from '../support/serveFolder.ts'

const test = exampleTest('astro').extend<{site: string}>({
  site: [
    async ({folder, env}, use) => {
      // The types of `touchpoints/extend` refer to those of Sanity's fields.
      await addDependencies(folder, {'@sanity/types': '6.16.0'})
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
    await page.locator('main > ul').getByRole('link', {name: knownMeeting, exact: true}).click()
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

test(
  'Astro knows the exact type of every kind of collection, also of added fields',
  async ({site, env}) => {
    await writeAstroKinds(site)
    await syncAstro(site, env)
    expect(await exactAstroErrors(site)).toEqual([])
    const {lines, planted} = await plantedKinds(site)
    expect(lines).toEqual(planted)
  },
  installTime + 300_000,
)
