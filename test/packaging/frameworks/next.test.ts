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
      await useTagsOfNext15(folder)
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

/** The one line of the example that Next 16 changed: a tag expires at once there only when asked. */
async function useTagsOfNext15(folder: string) {
  const route = join(folder, 'app/api/revalidate/route.ts')
  const text = await readFile(route, 'utf8')
  const line = 'revalidateTag(tag, {expire: 0})'
  expect(text).toContain(line)
  await writeFile(route, text.replace(line, 'revalidateTag(tag)'))
}
