import {createClient, type SanityClient} from '@sanity/client'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {sampleFeeds, startLake, startSite, type RunningSite} from '../../support/siteServer.ts'

const id = 'touchpoint-2024-04-12'
const published = 'Friday touchpoint of April 2024'

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
      page.setDefaultTimeout(15_000)
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

  test('a visitor sees no draft, in no page and no file, while an editor previews', async () => {
    await inPreview(async () => {
      const seen = new Set<string>()
      const told: string[] = []
      const queue = [
        path,
        '/api/events.json',
        '/api/calendar.ics',
        '/api/feed.xml',
        '/api/feed.json',
      ]
      for (let next = queue.shift(); next !== undefined && seen.size < 80; next = queue.shift()) {
        if (seen.has(next)) continue
        seen.add(next)
        const text = await (await fetch(new URL(next, site.url))).text()
        if (/still a draft|drafts\.touchpoint/.test(text)) told.push(next)
        const links = [...text.matchAll(/(?:href|src)="(\/[^"#?]*)/g)].map(([, link]) => link ?? '')
        queue.push(...links.filter((link) => !link.startsWith('//') && !link.includes('disable')))
      }
      expect(told).toEqual([])
      expect(seen.size).toBeGreaterThan(20)
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
      expect(await unmarked(page)).toEqual([])
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

/** Stored texts that stand on the page outside of any element that names their field. */
async function unmarked(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main) => {
    const stored = [
      'Security Management, OSPO functions in AI and more',
      'Dana Wang',
      'Deep dive on security management',
      'CHAOSS OSPO Metrics Working Group',
      'Metrics an OSPO can use',
      'Lessons Learned from Ant Group OSPO',
      'OpenChain calendar',
      'Virtual Meetings',
      'How a session runs',
    ]
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const missing: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      // What a feed tells is the feed's: its titles cannot be edited here.
      const elsewhere = element?.closest('.agenda, .month, .details, .hidden')
      if (stored.includes(text) && !elsewhere && !element?.closest('[data-sanity]'))
        missing.push(text)
    }
    return missing
  })
}
