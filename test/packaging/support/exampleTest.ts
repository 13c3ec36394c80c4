import {execFile} from 'node:child_process'
import {rm} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import type {Browser, Page} from 'playwright-core'
import {test as base} from 'vitest'

import type {Lake} from '../../../lake/index.ts'
import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {startLake} from '../../support/siteServer.ts'
import {copyExample} from './copyExample.ts'
import {watchPage} from './watchPage.ts'

const run = promisify(execFile)
export const root = resolve(import.meta.dirname, '../../..')

/** The sample community's meetings are of 2024: what is built and looked at is so as of then. */
export const asOf = '2024-03-20T00:00:00Z'
export const knownMeeting = 'Security Management, OSPO functions in AI and more'

interface Fixtures {
  /** The lake that the example is built against, with the sample content. */
  lake: {lake: Lake; url: string}
  /** What the example and the package's command are told about it. */
  env: NodeJS.ProcessEnv
  browser: Browser
  /** Opens an address as a visitor of March 2024 does; `faults` is everything that is not as it should be. */
  open: (url: string) => Promise<{page: Page; faults: string[]}>
}

if (!chromiumPath) console.log('The examples are not opened in a browser: no Chromium here.')

/** A test of one example: its folder, a lake, a browser, each once a file. */
export const exampleTest = (example: string) =>
  base.extend<Fixtures & {folder: string}>({
    folder: [
      // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern
      async ({}, use) => {
        const folder = await copyExample(example)
        await use(folder)
        await rm(folder, {recursive: true, force: true})
      },
      {scope: 'file'},
    ],
    lake: [
      // oxlint-disable-next-line no-empty-pattern -- likewise
      async ({}, use) => {
        const {stop, ...running} = await startLake('sample')
        await use(running)
        await stop()
      },
      {scope: 'file'},
    ],
    env: [
      async ({lake}, use) => {
        await use({
          ...process.env,
          SANITY_API_HOST: lake.url,
          TOUCHPOINTS_SAMPLE_FEEDS: join(root, 'content/feeds'),
          ASTRO_TELEMETRY_DISABLED: '1',
          NEXT_TELEMETRY_DISABLED: '1',
        })
      },
      {scope: 'file'},
    ],
    browser: [
      // oxlint-disable-next-line no-empty-pattern -- likewise
      async ({}, use) => {
        const browser = await launchChromium()
        await use(browser)
        await browser.close()
      },
      {scope: 'file'},
    ],
    open: async ({browser}, use) => {
      const context = await browser.newContext({timezoneId: 'Europe/Madrid', locale: 'en-GB'})
      await use(async (url) => {
        const page = await context.newPage()
        page.setDefaultTimeout(60_000)
        await page.clock.install({time: asOf})
        const faults = watchPage(page, new URL(url).origin)
        await page.goto(url)
        return {page, faults}
      })
      await context.close()
    },
  })

/** The package's command as it is published, run in a folder. */
export function touchpoints(folder: string, env: NodeJS.ProcessEnv, ...args: string[]) {
  return run(process.execPath, [join(root, 'cli/dist/main.js'), ...args], {
    cwd: folder,
    env,
    timeout: 120_000,
  })
}
