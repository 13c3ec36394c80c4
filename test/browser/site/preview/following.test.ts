import {describe, expect, test} from 'vitest'

import {chromiumPath} from '../../../support/chromium.ts'
import {id, nextFriday, path, published, usePreviewSite} from '../../support/previewSite.ts'

describe.skipIf(!chromiumPath)('an open page follows the changes in the lake', () => {
  const site = usePreviewSite()

  test('an edit shows in a preview without a reload, and the scroll position stays', async () => {
    await site.inPreview(async (page) => {
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => {
        document.body.setAttribute('data-same', '')
        scrollTo(0, 500)
      })
      const took: number[] = []
      for (const round of [1, 2, 3, 4, 5]) {
        const began = performance.now()
        await site.client
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
      await site.client.delete(`drafts.${id}`)
      await nextFriday(page).filter({hasText: published}).waitFor()
    })
  })

  test('edits that come faster than pages load show while they come, and the last one stays', async () => {
    await site.inPreview(async (page) => {
      // Slow pages, as on a busy server: each fetch takes longer than the time between edits.
      await page.route(`**${path}`, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500))
        await route.continue()
      })
      const seen: string[] = []
      await page.exposeFunction('sees', (title: string) => void seen.push(title))
      await nextFriday(page).evaluate((heading) => {
        const report = () => Reflect.get(window, 'sees')(heading.textContent.trim())
        new MutationObserver(report).observe(heading, {
          childList: true,
          characterData: true,
          subtree: true,
        })
      })
      let count = 0
      await expect
        .poll(async () => {
          count += 1
          await site.client
            .patch(`drafts.${id}`)
            .set({title: `Fast ${count}`})
            .commit()
          return seen.filter((title) => title.startsWith('Fast')).length
        })
        .toBeGreaterThan(1)
      await nextFriday(page)
        .filter({hasText: `Fast ${count}`})
        .waitFor()
    })
  })

  test('a change while the tab was hidden shows when the tab is visible again', async () => {
    await site.inPreview(async (page) => {
      await page.waitForLoadState('networkidle')
      const setVisibility = (state: string) =>
        page.evaluate((value) => {
          Object.defineProperty(document, 'visibilityState', {value, configurable: true})
          document.dispatchEvent(new Event('visibilitychange'))
        }, state)
      await setVisibility('hidden')
      await site.client.patch(`drafts.${id}`).set({title: 'While nobody looked'}).commit()
      await setVisibility('visible')
      await expect.poll(() => nextFriday(page).innerText()).toBe('While nobody looked')
    })
  })

  test('a change during loading, before the page listens, still shows', async () => {
    await site.inPreview(async (page) => {
      let letThrough = () => {}
      const gate = new Promise<void>((resolve) => {
        letThrough = resolve
      })
      await page.route('**/api/draft-mode/live', async (route) => {
        await gate
        await route.continue()
      })
      await page.goto(`${site.url}${path}`)
      await site.client.patch(`drafts.${id}`).set({title: 'Before anyone listened'}).commit()
      letThrough()
      await expect.poll(() => nextFriday(page).innerText()).toBe('Before anyone listened')
    })
  })

  test('a page of a deleted document shows that it is gone, instead of old content', async () => {
    const slug = 'only-a-draft'
    const document = await site.client.getDocument(id)
    if (!document) throw new Error(`${id} is not in the sample`)
    await site.client.createOrReplace({
      ...document,
      _id: `drafts.${slug}`,
      slug: {_type: 'slug', current: slug},
      title: 'Only a draft',
    })
    await site.inPreview(async (page) => {
      const live = page.waitForResponse((response) => response.url().endsWith('/live'))
      await page.goto(`${site.url}${path}${slug}/`)
      await live
      expect(await page.locator('h1').innerText()).toBe('Only a draft')
      await site.client.delete(`drafts.${slug}`)
      await expect.poll(() => page.locator('h1').innerText()).not.toBe('Only a draft')
    })
  })

  test('a published change shows on a visitor’s open page without a reload', async () => {
    const context = await site.browser.newContext()
    const page = await context.newPage()
    const live = page.waitForResponse((response) => response.url().endsWith('/api/live'))
    await page.goto(`${site.url}${path}`, {waitUntil: 'domcontentloaded'})
    await live
    const document = await site.client.getDocument(id)
    await site.client.patch(id).set({title: 'Published just now'}).commit()
    await nextFriday(page).filter({hasText: 'Published just now'}).waitFor()
    if (document) await site.client.createOrReplace(document)
    await expect.poll(() => nextFriday(page).innerText()).toBe(published)
    await context.close()
  })
})
