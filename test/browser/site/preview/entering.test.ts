import {describe, expect, test} from 'vitest'

import {chromiumPath} from '../../../support/chromium.ts'
import {
  drafted,
  id,
  nextFriday,
  path,
  pathOfTouchpoint,
  published,
  usePreviewSite,
} from '../../support/previewSite.ts'

describe.skipIf(!chromiumPath)('entering and leaving a preview', () => {
  const site = usePreviewSite()

  test('an editor sees drafts and a banner in a preview, and published content after leaving it', async () => {
    await site.inPreview(async (page) => {
      expect(new URL(page.url()).pathname).toBe(path)
      expect(await nextFriday(page).innerText()).toBe(drafted)
      expect(await page.locator('.preview').innerText()).toContain('Preview of drafts')
      await page.getByRole('link', {name: 'Exit preview'}).click()
      await expect.poll(() => nextFriday(page).innerText()).toBe(published)
      expect(await page.locator('.preview').count()).toBe(0)
    })
  })

  test('a missing, wrong or expired secret is rejected', async () => {
    const old = await site.secret()
    const [stored] = await site.client.fetch<{_id: string}[]>(
      '*[_type == "sanity.previewUrlSecret" && secret == $old]{_id}',
      {old},
      {perspective: 'raw'},
    )
    expect(stored).toBeDefined()
    await site.client.delete(stored?._id ?? '')
    for (const value of ['', 'wrong', old]) {
      const answer = await site.enter(value)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })

  test('a secret opens only one preview, so that a leaked one is rejected in every process and after a restart', async () => {
    const once = await site.secret()
    expect((await site.enter(once)).status).toBe(307)
    const again = await site.enter(once)
    expect(again.status).toBe(401)
    expect(await again.text()).toContain('has been used')
    const other = await site.another()
    expect((await site.enter(once, {site: other.url})).status).toBe(401)
    expect((await site.enter(await site.secret(), {site: other.url})).status).toBe(307)
  })

  test('a preview never redirects to another site', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      '/\t/evil.example',
    ]) {
      const answer = await site.enter(await site.secret(), {to})
      const target = new URL(answer.headers.get('location') ?? '', site.url)
      expect(target.origin).toBe(site.url)
      const left = await fetch(
        `${site.url}/api/draft-mode/disable?${new URLSearchParams({redirect: to})}`,
        {redirect: 'manual'},
      )
      expect(new URL(left.headers.get('location') ?? '', site.url).origin).toBe(site.url)
    }
  })

  test('a modified cookie opens no preview', async () => {
    const cookie = await site.cookie()
    expect(cookie).not.toBe('')
    const [body = '', signature = ''] = cookie.split('.')
    for (const forged of [`${body}x.${signature}`, `${body}.${signature}x`, `${body}.`]) {
      const page = await fetch(`${site.url}${path}`, {headers: {cookie: forged}})
      expect(await page.text()).not.toContain(drafted)
    }
    const good = await fetch(`${site.url}${path}`, {headers: {cookie}})
    expect(await good.text()).toContain(drafted)
  })

  test('only the site’s own pages can share or change a preview', async () => {
    const cookie = await site.cookie()
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

  test('an incomplete draft is shown, and the banner lists what is missing', async () => {
    await site.client.patch(`drafts.${id}`).unset(['schedule']).commit()
    await site.inPreview(async (page) => {
      await page.goto(`${site.url}${pathOfTouchpoint}`)
      expect(await page.locator('h1').innerText()).toBe(drafted)
      expect(await page.locator('.preview .problems').textContent()).toContain('schedule')
    })
  })
})
