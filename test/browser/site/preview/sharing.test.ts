import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {Page} from 'playwright-core'
import {describe, expect, onTestFinished, test} from 'vitest'

import {chromiumPath} from '../../../support/chromium.ts'
import {drafted, path, pathOfTouchpoint, usePreviewSite} from '../../support/previewSite.ts'

describe.skipIf(!chromiumPath)('a shared link', () => {
  const site = usePreviewSite()

  async function makeLink(page: Page): Promise<string> {
    await page.goto(`${site.url}${pathOfTouchpoint}`)
    await page.getByText('Share this draft').click()
    await page.getByRole('button', {name: 'Create link'}).click()
    const output = page.locator('[data-share] output')
    await expect.poll(() => output.innerText()).toContain('?share=')
    return output.innerText()
  }

  test('shows one draft to a person without an account, until it is revoked', async () => {
    await site.inPreview(async (page) => {
      const link = await makeLink(page)
      const guest = await fetch(link)
      expect(guest.status).toBe(200)
      expect(guest.headers.get('cache-control')).toBe('private, no-store')
      const text = await guest.text()
      expect(text).toContain(drafted)
      expect(text).toContain('Shared draft')
      // The link is for one document. At another URL it shows no other draft.
      const list = await fetch(`${site.url}${path}${new URL(link).search}`)
      expect(await list.text()).not.toContain(drafted)

      await page.getByRole('button', {name: 'Revoke'}).click()
      await expect.poll(async () => (await fetch(link)).status).toBe(410)
      expect((await fetch(`${link}x`)).status).toBe(410)
    })
  })

  test('is valid in every process and after a restart, and so is its revocation', async () => {
    const other = await site.another()
    await site.inPreview(async (page) => {
      const link = await makeLink(page)
      const elsewhere = link.replace(site.url, other.url)
      const before = await fetch(elsewhere)
      expect(before.status).toBe(200)
      expect(await before.text()).toContain(drafted)
      await page.getByRole('button', {name: 'Revoke'}).first().click()
      await expect.poll(async () => (await fetch(elsewhere)).status).toBe(410)
      const restarted = await site.another()
      expect((await fetch(link.replace(site.url, restarted.url))).status).toBe(410)
    })
  })

  test('stays valid after a restart without settings, because the key is stored next to the feeds', async () => {
    const none = {
      SANITY_API_READ_TOKEN: '',
      SANITY_API_WRITE_TOKEN: '',
      TOUCHPOINTS_PREVIEW_KEY: '',
    }
    const folder = mkdtempSync(join(tmpdir(), 'touchpoints-sharing-'))
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
    const data = {TOUCHPOINTS_DATA: folder}
    const first = await site.another({...none, ...data})
    const entered = await site.enter(await site.secret(), {site: first.url})
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const created = await fetch(`${first.url}/api/draft-mode/share`, {
      method: 'POST',
      headers: {cookie, origin: first.url},
      body: new URLSearchParams({document: 'touchpoint-2024-04-12'}),
    })
    const {token} = await created.json()
    const second = await site.another({...none, ...data})
    const guest = await fetch(`${second.url}${pathOfTouchpoint}?share=${token}`)
    expect(guest.status).toBe(200)
    expect(await guest.text()).toContain(drafted)
    const preview = await fetch(`${second.url}${path}`, {headers: {cookie}})
    expect(await preview.text()).toContain(drafted)
  })
})
