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
  /** Talks to the same lake as the Studio and the site, and sees drafts. */
  client: SanityClient
}

const running = inject('running')

/** A test in a real Chromium over the running whole: a fresh window each, one browser a file. */
export const test = base
  .extend<Pick<Fixtures, 'addresses' | 'client'>>({
    addresses: [
      // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern
      async ({}, use) => {
        if (!running) throw new Error('Nothing runs')
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
