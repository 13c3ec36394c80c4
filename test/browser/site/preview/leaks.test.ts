import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {describe, expect, test} from 'vitest'

import {chromiumPath} from '../../../support/chromium.ts'
import {clientFiles} from '../../../support/siteServer.ts'
import {crawl} from '../../support/crawl.ts'
import {leaks, path, published, usePreviewSite} from '../../support/previewSite.ts'

describe.skipIf(!chromiumPath)('while an editor previews', () => {
  const site = usePreviewSite()

  test('a visitor sees no draft and no secret on any page or in any file', async () => {
    await site.inPreview(async () => {
      const touchpoints = await site.client.fetch<string[]>(
        '*[_type == "touchpoint" && !(_id in path("drafts.**"))].slug.current',
      )
      const seen = await crawl(site.url, [
        path,
        '/api/events.json',
        '/api/calendar.ics',
        '/api/feed.xml',
        '/api/feed.json',
        '/api/recordings.json',
        '/api/recordings.xml',
        '/api/health',
        ...touchpoints.map((slug) => `${path}${slug}/`),
      ])
      const leaking = [...seen].filter(([, text]) => leaks(text).length > 0).map(([at]) => at)
      expect(leaking).toEqual([])
      console.log(`${seen.size} URLs contain neither a draft nor a secret`)
      expect(seen.size).toBeGreaterThan(touchpoints.length)
      expect(seen.get('/api/events.json')).toContain(published)
      expect(seen.get('/api/calendar.ics')).toContain('BEGIN:VEVENT')
    })
  })

  test('no file for browsers contains a secret, not even those for previews', () => {
    const files = readdirSync(clientFiles, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    expect(files.some((file) => file.endsWith('.js'))).toBe(true)
    expect(files.filter((file) => leaks(readFileSync(file, 'utf8')).length > 0)).toEqual([])
  })

  test('the check finds a draft with an editor’s cookie, which proves that it can fail', async () => {
    const cookie = await site.cookie()
    const shown = await (await fetch(`${site.url}${path}`, {headers: {cookie}})).text()
    expect(leaks(shown)).toEqual(['still a draft'])
  })

  test('an editor’s page contains no secret', async () => {
    await site.inPreview(async (page) => {
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

  test('caches do not store a preview, and search engines do not list it', async () => {
    await site.inPreview(async (page) => {
      const answer = await page.goto(`${site.url}${path}`)
      expect(answer?.headers()['cache-control']).toBe('private, no-store')
      expect(answer?.headers()['x-robots-tag']).toContain('noindex')
    })
    const visitors = await fetch(`${site.url}${path}`)
    expect(visitors.headers.get('cache-control')).not.toContain('no-store')
    expect(visitors.headers.get('vary')).toContain('cookie')
    expect(visitors.headers.get('set-cookie')).toBeNull()
  })

  test('perspectives never share a cached response, in any order of requests', async () => {
    const cookie = await site.cookie()
    const changed = await fetch(`${site.url}/api/draft-mode/perspective`, {
      method: 'POST',
      headers: {cookie, origin: site.url},
      body: new URLSearchParams({perspective: 'published'}),
    })
    expect(changed.status).toBe(204)
    const publishedCookie = changed.headers.get('set-cookie')?.split(';')[0] ?? ''
    const hasDraft = async (cookieOfSession: string) => {
      const answer = await fetch(`${site.url}${path}`, {headers: {cookie: cookieOfSession}})
      const text = await answer.text()
      // An error page has no draft either.
      expect([answer.status, text.includes('</main>')]).toEqual([200, true])
      return leaks(text).length > 0
    }
    for (const round of ['with an empty cache', 'with a full cache']) {
      expect([round, await hasDraft(cookie)]).toEqual([round, true])
      expect([round, await hasDraft(publishedCookie)]).toEqual([round, false])
      expect([round, await hasDraft('')]).toEqual([round, false])
      expect([round, await hasDraft(cookie)]).toEqual([round, true])
    }
  })
})
