import type {SanityClient} from '@sanity/client'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach} from 'vitest'

import {launchChromium} from '../../support/chromium.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import {sampleFeeds, startLake, startSite, type RunningSite} from '../../support/siteServer.ts'

/** The touchpoint that has a draft in every test. */
export const id = 'touchpoint-2024-04-12'
export const published = 'OSPO metrics tooling, InnerSource integration and more'
export const drafted = 'A title that is still a draft'
export const path = '/community/meetings/'
export const pathOfTouchpoint = `${path}2024-04-12-friday-touchpoint/`

const secrets = {
  SANITY_API_READ_TOKEN: 'read-token-that-no-browser-may-see',
  SANITY_API_WRITE_TOKEN: 'write-token-that-no-browser-may-see',
  TOUCHPOINTS_PREVIEW_KEY: 'preview-key-that-no-browser-may-see',
}

/** Returns the parts of a draft or a secret that a text contains. */
export function leaks(text: string): string[] {
  const forbidden = ['still a draft', 'drafts.touchpoint', ...Object.values(secrets)]
  return forbidden.filter((each) => text.includes(each))
}

export interface PreviewSite {
  /** URL of the site. */
  url: string
  browser: Browser
  client: SanityClient
  /** Starts another process of the same site, such as after a restart. It stops with the tests. */
  another: (env?: Record<string, string>) => Promise<RunningSite>
  /** Creates a preview secret in the same way as the Studio. */
  secret: () => Promise<string>
  enter: (secret: string, options?: {to?: string; site?: string}) => Promise<Response>
  /** Returns the cookie of an editor in a preview. */
  cookie: () => Promise<string>
  inPreview: (use: (page: Page, context: BrowserContext) => Promise<void>) => Promise<void>
}

/** Sets up a lake with the sample and the built site for the tests of one file, and a draft for each test. */
export function usePreviewSite(): PreviewSite {
  let browser: Browser
  let client: SanityClient
  let lakeUrl: string
  let url: string
  let errorOutput = () => ''
  const stops: (() => Promise<void>)[] = []

  const another = async (env: Record<string, string> = {}) => {
    const site = await startSite({
      SANITY_API_HOST: lakeUrl,
      TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
      TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
      ...secrets,
      ...env,
    })
    stops.push(site.stop)
    return site
  }

  beforeAll(async () => {
    const lake = await startLake('sample')
    stops.push(lake.stop)
    lakeUrl = lake.url
    client = lakeClient(lake.url, {token: 'any'})
    browser = await launchChromium()
    stops.push(() => browser.close())
    const site = await another()
    url = site.url
    errorOutput = site.errorOutput
  })

  beforeEach(async () => {
    const document = await client.getDocument(id)
    if (!document) throw new Error(`${id} is not in the sample`)
    await client.createOrReplace({...document, _id: `drafts.${id}`, title: drafted})
  })

  afterAll(async () => {
    for (const stop of stops.toReversed()) await stop()
  })

  const secret = async () => {
    const created = await createPreviewSecret(client, 'test', 'http://localhost:3333', 'editor')
    return created.secret
  }
  const enter = (value: string, {to = path, site = url} = {}) =>
    fetch(enableUrl(site, value, to), {redirect: 'manual'})

  return {
    get url() {
      return url
    },
    get browser() {
      return browser
    },
    get client() {
      return client
    },
    another,
    secret,
    enter,
    cookie: async () => {
      const response = await enter(await secret())
      const [cookie] = response.headers.get('set-cookie')?.split(';') ?? []
      // Without a cookie a test would get the page of a visitor, and fail for a draft that is not there.
      if (!cookie)
        throw new Error(`No preview: ${response.status} ${await response.text()}\n${errorOutput()}`)
      return cookie
    },
    inPreview: async (use) => {
      const context = await browser.newContext()
      try {
        const page = await context.newPage()
        page.setDefaultTimeout(60_000)
        const opened = await page.goto(enableUrl(url, await secret(), path))
        // A page that is not a preview would fail a test for a reason that the test does not name.
        if (opened?.status() !== 200)
          throw new Error(
            `No preview: ${opened?.status()} ${await opened?.text()}\n${errorOutput()}`,
          )
        await use(page, context)
      } finally {
        await context.close()
      }
    },
  }
}

function enableUrl(site: string, secret: string, to: string): string {
  const query = new URLSearchParams({
    'sanity-preview-secret': secret,
    'sanity-preview-pathname': to,
  })
  return `${site}/api/draft-mode/enable?${query}`
}

/** Returns the title of the next Friday touchpoint, which has the draft. */
export const nextFriday = (page: Page) => page.locator(`.row-title a[href="${pathOfTouchpoint}"]`)
