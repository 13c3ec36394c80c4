import type {Page} from 'playwright-core'

/** What a page costs a visitor. */
export interface PageLoad {
  /** Sum of the layout shifts, without those that follow an act of the visitor. */
  shifted: number
  /** Bytes that were transferred, as they were compressed, without images. */
  bytes: number
}

/**
 * Measures how a page loads.
 *
 * @param page - a new one. Its context has an empty cache
 */
export async function loadPage(page: Page, url: string): Promise<PageLoad> {
  await page.addInitScript(recordShifts)
  await page.goto(url, {waitUntil: 'networkidle'})
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page.evaluate(() => {
    const loaded = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]
    const bytes = loaded
      .filter((entry) => Reflect.get(entry, 'initiatorType') !== 'img')
      .reduce((sum, entry) => sum + Number(Reflect.get(entry, 'transferSize')), 0)
    return {shifted: Number(Reflect.get(window, 'shifted')), bytes}
  })
}

/** Sums up the layout shifts of a page. It runs in the page before its own scripts. */
function recordShifts(): void {
  Reflect.set(window, 'shifted', 0)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, 'hadRecentInput') === true) continue
      const shifted = Number(Reflect.get(window, 'shifted')) + Number(Reflect.get(entry, 'value'))
      Reflect.set(window, 'shifted', shifted)
    }
  }).observe({type: 'layout-shift', buffered: true})
}
