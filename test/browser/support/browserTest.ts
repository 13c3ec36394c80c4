import type {SanityClient} from '@sanity/client'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {inject, test as base} from 'vitest'

import {launchChromium} from '../../support/chromium.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import type {Addresses} from './startAll.ts'

interface Fixtures {
  addresses: Addresses
  browser: Browser
  context: BrowserContext
  page: Page
  /** A client of the lake of the Studio and the site. It sees drafts. */
  client: SanityClient
}

const running = inject('running')

/** A test in Chromium with the running lake, Studio and site. Each test has a new window, each file one browser. */
export const test = base
  .extend<Pick<Fixtures, 'addresses' | 'client'>>({
    addresses: [
      // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern
      async ({}, use) => {
        if (!running) throw new Error('The lake, the Studio and the site are not running.')
        await use(running.addresses)
      },
      {scope: 'file'},
    ],
    client: [
      async ({addresses}, use) => {
        await use(lakeClient(addresses.lake, {perspective: 'raw'}))
      },
      {scope: 'file'},
    ],
  })
  .extend<Pick<Fixtures, 'browser' | 'context' | 'page'>>({
    browser: [
      // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern
      async ({}, use) => {
        const browser = await launchChromium()
        await use(browser)
        await browser.close()
      },
      {scope: 'file'},
    ],
    context: async ({browser}, use) => {
      const context = await browser.newContext({viewport: {width: 1400, height: 1000}})
      await use(context)
      await context.close()
    },
    page: async ({context}, use) => {
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      await use(page)
    },
  })
  .skipIf(!running)
