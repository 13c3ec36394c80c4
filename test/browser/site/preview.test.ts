import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {createClient, type SanityClient} from '@sanity/client'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {
  clientFiles,
  sampleFeeds,
  startLake,
  startSite,
  type RunningSite,
} from '../../support/siteServer.ts'
import {crawl} from '../support/crawl.ts'
import {countMarked, storedTexts} from '../support/markedTexts.ts'

const id = 'touchpoint-2024-04-12'
const published = 'Friday touchpoint of April 2024'
const token = 'read-token-that-no-browser-may-see'
const previewKey = 'preview-key-that-no-browser-may-see'

describe.skipIf(!chromiumPath)('a preview on the site', () => {
  let browser: Browser
  let client: SanityClient
  let site: RunningSite
  let stopLake: () => Promise<void>

  beforeAll(async () => {
    const lake = await startLake('sample')
    stopLake = lake.stop
    client = createClient({
      projectId: 'touchpoints',
      dataset: 'production',
      apiHost: lake.url,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      token: 'any',
    })
    browser = await launchChromium()
    site = await startSite({
      SANITY_API_HOST: lake.url,
      TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
      TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
      SANITY_API_READ_TOKEN: token,
      TOUCHPOINTS_PREVIEW_KEY: previewKey,
    })
  })

  beforeEach(() => draft('A title that is still a draft'))

  afterAll(async () => {
    await browser.close()
    await site.stop()
    await stopLake()
  })

  const path = '/community/meetings/'

  async function draft(title: string): Promise<void> {
    const document = await client.getDocument(id)
    if (!document) throw new Error(`${id} is not in the sample`)
    await client.createOrReplace({...document, _id: `drafts.${id}`, title})
  }

  async function secret(): Promise<string> {
    const made = await createPreviewSecret(client, 'test', 'http://localhost:3333', 'editor')
    return made.secret
  }

  const enableUrl = (value: string, to = path) =>
    `${site.url}/api/draft-mode/enable?${new URLSearchParams({
      'sanity-preview-secret': value,
      'sanity-preview-pathname': to,
    })}`

  async function inPreview(use: (page: Page, context: BrowserContext) => Promise<void>) {
    const context = await browser.newContext()
    try {
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      await page.goto(enableUrl(await secret()))
      await use(page, context)
    } finally {
      await context.close()
    }
  }

  const nextFriday = (page: Page) => page.locator('[data-series="friday-touchpoints"] h3')

  test('an editor sees drafts after entering, with a banner, and published ones after leaving', async () => {
    await inPreview(async (page) => {
      expect(new URL(page.url()).pathname).toBe(path)
      expect(await nextFriday(page).innerText()).toBe('A title that is still a draft')
      expect(await page.locator('.preview').innerText()).toContain('Preview of drafts')
      await page.getByRole('link', {name: 'Leave'}).click()
      await expect.poll(() => nextFriday(page).innerText()).toBe(published)
      expect(await page.locator('.preview').count()).toBe(0)
    })
  })

  const leaks = (text: string) =>
    ['still a draft', 'drafts.touchpoint', token, previewKey].filter((each) => text.includes(each))

  test('a visitor sees no draft and no secret, in no page and no file, while an editor previews', async () => {
    await inPreview(async () => {
      const touchpoints = await client.fetch<string[]>(
        '*[_type == "touchpoint" && !(_id in path("drafts.**"))].slug.current',
      )
      const seen = await crawl(site.url, [
        path,
        '/api/events.json',
        '/api/calendar.ics',
        '/api/feed.xml',
        '/api/feed.json',
        '/api/health',
        ...touchpoints.map((slug) => `${path}${slug}/`),
      ])
      const told = [...seen].filter(([, text]) => leaks(text).length > 0).map(([at]) => at)
      expect(told).toEqual([])
      console.log(`${seen.size} addresses hold neither a draft nor a secret`)
      expect(seen.size).toBeGreaterThan(touchpoints.length)
      expect(seen.get('/api/events.json')).toContain(published)
      expect(seen.get('/api/calendar.ics')).toContain('BEGIN:VEVENT')
    })
  })

  test('no file that a browser can load holds a secret, not even those for previews', () => {
    const files = readdirSync(clientFiles, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    expect(files.some((file) => file.endsWith('.js'))).toBe(true)
    expect(files.filter((file) => leaks(readFileSync(file, 'utf8')).length > 0)).toEqual([])
  })

  test('the crawl would find a draft: with an editor’s cookie it does', async () => {
    const answer = await fetch(enableUrl(await secret()), {redirect: 'manual'})
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const shown = await (await fetch(`${site.url}${path}`, {headers: {cookie}})).text()
    expect(leaks(shown)).toEqual(['still a draft'])
  })

  test('an editor’s page holds no secret either', async () => {
    await inPreview(async (page) => {
      const answers: string[] = []
      page.on('response', async (response) => {
        if (response.headers()['content-type']?.includes('event-stream')) return
        answers.push(await response.text().catch(() => ''))
      })
      await page.goto(`${site.url}${path}`, {waitUntil: 'load'})
      await page.locator('sanity-visual-editing').waitFor({state: 'attached'})
      await expect.poll(() => answers.length).toBeGreaterThan(2)
      expect(answers.flatMap(leaks).filter((each) => each.includes('no-browser'))).toEqual([])
    })
  })

  test('no cache may keep a preview, and no search engine list it', async () => {
    await inPreview(async (page) => {
      const answer = await page.goto(`${site.url}${path}`)
      expect(answer?.headers()['cache-control']).toBe('private, no-store')
      expect(answer?.headers()['x-robots-tag']).toContain('noindex')
    })
    const visitors = await fetch(`${site.url}${path}`)
    expect(visitors.headers.get('cache-control')).not.toContain('no-store')
    expect(visitors.headers.get('vary')).toContain('cookie')
    expect(visitors.headers.get('set-cookie')).toBeNull()
  })

  test('nothing opens without a secret, with a wrong one, or with one that is too old', async () => {
    const old = await secret()
    const [stored] = await client.fetch<{_id: string}[]>(
      '*[_type == "sanity.previewUrlSecret" && secret == $old]{_id}',
      {old},
      {perspective: 'raw'},
    )
    expect(stored).toBeDefined()
    await client.delete(stored?._id ?? '')
    for (const value of ['', 'wrong', old]) {
      const answer = await fetch(enableUrl(value), {redirect: 'manual'})
      expect(answer.status).toBe(401)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })

  test('a secret opens one preview: whoever finds it later is refused', async () => {
    const once = await secret()
    expect((await fetch(enableUrl(once), {redirect: 'manual'})).status).toBe(307)
    const again = await fetch(enableUrl(once), {redirect: 'manual'})
    expect(again.status).toBe(401)
    expect(await again.text()).toContain('has been used')
  })

  test('a preview never leads to another site', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      '/\t/evil.example',
    ]) {
      const answer = await fetch(enableUrl(await secret(), to), {redirect: 'manual'})
      const target = new URL(answer.headers.get('location') ?? '', site.url)
      expect(target.origin).toBe(site.url)
    }
  })

  test('a cookie that was changed opens nothing', async () => {
    const answer = await fetch(enableUrl(await secret()), {redirect: 'manual'})
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(cookie).not.toBe('')
    const [body = '', signature = ''] = cookie.split('.')
    for (const forged of [`${body}x.${signature}`, `${body}.${signature}x`, `${body}.`]) {
      const page = await fetch(`${site.url}${path}`, {headers: {cookie: forged}})
      expect(await page.text()).not.toContain('still a draft')
    }
    const good = await fetch(`${site.url}${path}`, {headers: {cookie}})
    expect(await good.text()).toContain('still a draft')
  })

  test('an edit shows on the open page without a reload, and its scroll stays', async () => {
    await inPreview(async (page) => {
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => {
        document.body.setAttribute('data-same', '')
        scrollTo(0, 500)
      })
      const took: number[] = []
      for (const round of [1, 2, 3, 4, 5]) {
        const began = performance.now()
        await client
          .patch(`drafts.${id}`)
          .set({title: `Typed ${round}`})
          .commit()
        await nextFriday(page)
          .filter({hasText: `Typed ${round}`})
          .waitFor()
        took.push(performance.now() - began)
      }
      const median = took.toSorted((a, b) => a - b)[2] ?? 0
      console.log(`An edit shows after ${Math.round(median)} ms (median of 5)`)
      expect(await page.locator('body[data-same]').count()).toBe(1)
      expect(await page.evaluate(() => scrollY)).toBe(500)
      await client.delete(`drafts.${id}`)
      await nextFriday(page).filter({hasText: published}).waitFor()
    })
  })

  test('a publish shows on a visitor’s open page without a reload', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${site.url}${path}`, {waitUntil: 'domcontentloaded'})
    await page.waitForTimeout(1000)
    const document = await client.getDocument(id)
    await client.patch(id).set({title: 'Published just now'}).commit()
    await nextFriday(page).filter({hasText: 'Published just now'}).waitFor()
    if (document) await client.createOrReplace(document)
    await expect.poll(() => nextFriday(page).innerText()).toBe(published)
    await context.close()
  })

  test('every text that an editor wrote opens its field, and no visitor’s page says where that is', async () => {
    await inPreview(async (page) => {
      const found = await page
        .locator('main [data-sanity]')
        .evaluateAll((elements) =>
          elements.map((element) => element.getAttribute('data-sanity') ?? ''),
        )
      const paths = (type: string) => [
        ...new Set(
          found
            .filter((each) => each.includes(`type=${type};`))
            .map((each) => /path=([^;]*)/.exec(each)?.[1]?.replace(/:[^.;]+/g, ':key')),
        ),
      ]
      expect(paths('touchpoint')).toEqual(
        expect.arrayContaining(['title', 'summary', 'schedule.start', 'audience', 'links.agenda']),
      )
      expect(paths('guest')).toEqual(expect.arrayContaining(['name']))
      expect(paths('organization')).toEqual(expect.arrayContaining(['name']))
      expect(paths('workingGroup')).toEqual(expect.arrayContaining(['title', 'goals']))
      expect(paths('calendar')).toEqual(expect.arrayContaining(['title', 'feedUrl']))
      expect(paths('meetingsPage')).toEqual(expect.arrayContaining(['title', 'introduction']))
      const stored = await storedTexts(client)
      const counts: number[] = []
      for (const at of [path, `${path}2024-04-12-friday-touchpoint/`]) {
        await page.goto(`${site.url}${at}`)
        const {marked, missing} = await countMarked(page, stored)
        expect(missing).toEqual([])
        counts.push(marked)
      }
      console.log(
        `Values that open their field: ${counts.join(' on the page, ')} on a touchpoint’s`,
      )
      expect(counts[0]).toBeGreaterThan(50)
      expect(counts[1]).toBeGreaterThan(1)
    })
    const visitors = await (await fetch(`${site.url}${path}`)).text()
    expect(visitors).not.toContain('data-sanity')
  })

  test('a draft that is not ready yet shows, with what is missing told in the banner', async () => {
    await client.patch(`drafts.${id}`).unset(['schedule']).commit()
    await inPreview(async (page) => {
      await page.goto(`${site.url}${path}2024-04-12-friday-touchpoint/`)
      expect(await page.locator('h1').innerText()).toBe('A title that is still a draft')
      expect(await page.locator('.preview .unready').textContent()).toContain('schedule')
    })
  })

  test('a shared link shows one draft to someone without an account, until it is taken back', async () => {
    await inPreview(async (page) => {
      await page.goto(`${site.url}${path}2024-04-12-friday-touchpoint/`)
      await page.getByText('Share this draft').click()
      await page.getByRole('button', {name: 'Make a link'}).click()
      const output = page.locator('[data-share] output')
      await expect.poll(() => output.innerText()).toContain('?share=')
      const link = await output.innerText()

      const guest = await fetch(link)
      expect(guest.status).toBe(200)
      expect(guest.headers.get('cache-control')).toBe('private, no-store')
      const text = await guest.text()
      expect(text).toContain('A title that is still a draft')
      expect(text).toContain('shared with you until')
      // The link is for that document: at another address it shows that one or nothing else's draft.
      const list = await fetch(`${site.url}${path}${new URL(link).search}`)
      expect(await list.text()).not.toContain('still a draft')

      await page.getByRole('button', {name: 'Take back'}).click()
      await expect.poll(async () => (await fetch(link)).status).toBe(410)
      expect((await fetch(`${link}x`)).status).toBe(410)
    })
  })

  test('only a page of the site itself can share or change a preview', async () => {
    const answer = await fetch(enableUrl(await secret()), {redirect: 'manual'})
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const share = (headers: Record<string, string>) =>
      fetch(`${site.url}/api/draft-mode/share`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({document: id}),
      })
    expect((await share({cookie, origin: site.url})).status).toBe(201)
    expect((await share({cookie, origin: 'https://evil.example'})).status).toBe(403)
    expect((await share({origin: site.url})).status).toBe(401)
  })
})
