import {execFile} from 'node:child_process'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect} from 'vitest'

import {chromiumPath} from '../../support/chromium.ts'
import {asOf, exampleTest, knownMeeting} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {serveFolder} from '../support/serveFolder.ts'

const run = promisify(execFile)
const test = exampleTest('astro')

test.skipIf(!chromiumPath)(
  'the Astro site, installed and built by itself, lists the sessions and has a page for each',
  async ({folder, env, open}) => {
    await installTarballs(folder, [...loaderTarballs, 'touchpoints-elements'])
    const astro = join(folder, 'node_modules/astro/bin/astro.mjs')
    const settings = {...env, TOUCHPOINTS_NOW: asOf}
    await run(process.execPath, [astro, 'build'], {cwd: folder, env: settings, timeout: 200_000})
    const server = await serveFolder(join(folder, 'dist'))
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
