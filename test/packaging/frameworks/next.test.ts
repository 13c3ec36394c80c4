import {execFile} from 'node:child_process'
import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect} from 'vitest'

import {changeManifest} from '../support/changeManifest.ts'
import {asOf, exampleTest} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {exampleMajor, peerRange} from '../support/peerRange.ts'
import {plant} from '../support/plant.ts'
import {typeErrors} from '../support/typeErrors.ts'

const run = promisify(execFile)
const {lowest, highestMajor} = peerRange('next')

const test = exampleTest('next').extend<{site: string; output: string}>({
  site: [
    async ({folder}, use) => {
      // Next 15 calls the compiler's JavaScript API, which TypeScript 7 does not have.
      await changeManifest(folder, {next: lowest, typescript: '5.9.3'})
      await adaptToNext15(folder)
      await installTarballs(folder, [...loaderTarballs, 'touchpoints-elements'])
      await use(folder)
    },
    {scope: 'file'},
  ],
  output: [
    async ({site, env}, use) => {
      const settings = {...env, TOUCHPOINTS_NOW: asOf}
      const next = join(site, 'node_modules/next/dist/bin/next')
      const options = {cwd: site, env: settings, timeout: 400_000}
      await use((await run(process.execPath, [next, 'build'], options)).stdout)
    },
    {scope: 'file'},
  ],
})

test('the highest major of Next is the one that the example is built with', () => {
  expect(exampleMajor('next')).toBe(highestMajor)
})

test(
  `Next ${lowest}, the lowest that is supported, builds the example with its page and its routes`,
  ({output}) => {
    for (const route of ['/', '/api/[name]', '/api/revalidate']) expect(output).toContain(route)
  },
  installTime + 500_000,
)

test(`Next ${lowest} type-checks the example, and a planted mistake is reported`, async ({
  site,
  output,
}) => {
  expect(output).toContain('checking validity of types')
  const check = {include: ['next-env.d.ts', '**/*.ts', '**/*.tsx'], skipLibCheck: false}
  expect(await typeErrors(site, check)).toEqual([])
  const text = `
    import {loader} from './loader'
    export const titles = async (): Promise<number[]> =>
      (await loader.touchpoints()).data.map(({title}) => title)
  `
  const planted = plant(join(site, 'lib/planted.ts'), text, () => typeErrors(site, check))
  expect(await planted).toEqual([expect.stringMatching(/^lib\/planted\.ts\(4,\d+\): error TS2322/)])
})

/**
 * What the example uses of Next 16 alone: the function that expires a tag in a server action, and the overlays.
 * @sanity/visual-editing 6 has Next 16 as a peer, so npm would refuse to install it.
 */
async function adaptToNext15(folder: string) {
  await replaceIn(join(folder, 'app/expire.ts'), /updateTag/g, 'revalidateTag')
  await replaceIn(join(folder, 'app/layout.tsx'), /^.*VisualEditing.*\n/gm, '')
  await replaceIn(join(folder, 'package.json'), /"@sanity\/visual-editing":\s*"[^"]*",/, '')
}

async function replaceIn(path: string, what: RegExp, by: string) {
  const text = await readFile(path, 'utf8')
  expect(text).toMatch(what)
  await writeFile(path, text.replace(what, by))
}
