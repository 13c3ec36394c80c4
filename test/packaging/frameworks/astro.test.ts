import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect} from 'vitest'

import {exactAstroErrors, plantedKinds, writeAstroKinds} from '../support/astroKinds.ts'
import {
  astroTypeErrors,
  buildAstro,
  plantedAstroErrors,
  plantedError,
  syncAstro,
} from '../support/astroProject.ts'
import {addDependencies, changeManifest} from '../support/changeManifest.ts'
import {asOf, exampleTest} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {exampleMajor, peerRange} from '../support/peerRange.ts'

const {lowest, highestMajor} = peerRange('astro')

const test = exampleTest('astro').extend<{site: string}>({
  site: [
    async ({folder, env}, use) => {
      await changeManifest(folder, {astro: lowest})
      // The types of `touchpoints/extend` refer to those of Sanity's fields.
      await addDependencies(folder, {'@sanity/types': '6.16.0'})
      await installTarballs(folder, [...loaderTarballs, 'touchpoints-elements'])
      await buildAstro(folder, {...env, TOUCHPOINTS_NOW: asOf})
      await use(folder)
    },
    {scope: 'file'},
  ],
})

test('the highest major of Astro is the one that the example is built with', () => {
  expect(exampleMajor('astro')).toBe(highestMajor)
})

test(
  `Astro ${lowest}, the lowest that is supported, builds the example with a page for each session`,
  ({site}) => {
    expect(existsSync(join(site, 'dist/2024-03-28-security-management/index.html'))).toBe(true)
  },
  installTime + 300_000,
)

test(`Astro ${lowest} knows the types of the collections, and a planted mistake is reported`, async ({
  site,
}) => {
  expect(await astroTypeErrors(site)).toEqual([])
  expect(await plantedAstroErrors(site)).toEqual([expect.stringMatching(plantedError)])
})

test(`Astro ${lowest} knows the exact type of every kind of collection, also of added fields`, async ({
  site,
  env,
}) => {
  await writeAstroKinds(site)
  await syncAstro(site, env)
  expect(await exactAstroErrors(site)).toEqual([])
  const {lines, planted} = await plantedKinds(site)
  expect(lines).toEqual(planted)
})
