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

/** Current time of the examples, because the sample community's meetings are in 2024. */
export const asOf = '2024-03-20T00:00:00Z'
export const knownMeeting = 'Security Management, OSPO functions in AI and more'
export const knownSlug = '2024-03-28-security-management'

interface Fixtures {
  /** A lake with the sample content, which the example reads. */
  lake: {lake: Lake; url: string}
  /** Environment variables of the example and the command. They select the lake. */
  env: NodeJS.ProcessEnv
  browser: Browser
  /** Opens an address as a visitor in March 2024. `faults` collects errors and third-party requests. */
  open: (url: string) => Promise<{page: Page; faults: string[]}>
}

if (!chromiumPath)
  console.log('Skipped the browser tests of the examples, because Chromium is not installed.')

/** Creates a test with fixtures for one example: its folder, a lake and a browser, once for each file. */
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
      // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern
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
          TOUCHPOINTS_SAMPLE_FEEDS: join(root, 'content/todo/feeds'),
          ASTRO_TELEMETRY_DISABLED: '1',
          NEXT_TELEMETRY_DISABLED: '1',
        })
      },
      {scope: 'file'},
    ],
    browser: [
      // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern
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

/** Runs the package's built command in a folder. */
export function touchpoints(folder: string, env: NodeJS.ProcessEnv, ...args: string[]) {
  return run(process.execPath, [join(root, 'cli/dist/main.js'), ...args], {
    cwd: folder,
    env,
    timeout: 120_000,
  })
}
