import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect} from 'vitest'

import {chromiumPath} from '../../support/chromium.ts'
import {asOf, exampleTest, knownMeeting, touchpoints} from '../support/exampleTest.ts'
import {serveFolder} from '../support/serveFolder.ts'

const run = promisify(execFile)
const hugo = ['/usr/bin/hugo', '/usr/local/bin/hugo'].find((path) => existsSync(path))
const test = exampleTest('hugo')

test.runIf(hugo && chromiumPath)(
  'the Hugo site, built by the real Hugo, shows the next meeting, the groups and each session',
  async ({folder, env, open}) => {
    const server = await serveFolder(join(folder, 'public'))
    const url = ['--site-url', server.origin]
    await touchpoints(folder, env, 'export', '.', '--format', 'hugo', '--now', asOf, ...url)
    const built = ['--source', folder, '--clock', asOf, '--buildFuture', '--panicOnWarning']
    await run(hugo ?? '', [...built, '--baseURL', server.origin], {timeout: 60_000})
    const {page, faults} = await open(`${server.origin}/community/meetings/`)
    await page.locator('touchpoints-next .content').getByText(knownMeeting).waitFor()
    await page.getByText('OSPO Book Working Group').first().waitFor()
    await page.goto(`${server.origin}/touchpoints/2024-03-28-security-management/`)
    await page.getByRole('heading', {name: knownMeeting}).waitFor()
    await page.getByText('Dana Wang (OpenSSF)').waitFor()
    expect(faults).toEqual([])
    await server.close()
  },
)
