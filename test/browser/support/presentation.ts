import type {Frame, FrameLocator, Locator, Page} from 'playwright-core'

import {eventually} from './eventually.ts'
import {openStudio} from './openStudio.ts'
import type {Addresses} from './startAll.ts'

const path = '/community/meetings/'

/** The Studio's Presentation, as an editor meets it once it has come to rest. */
export interface Presentation {
  /** The site's page beside the form; asked for anew each time, so a reload does no harm. */
  site: FrameLocator
  /** The title of one touchpoint among the next ones of their series. */
  titleOf: (id: string) => Locator
  /**
   * Resolves when a title reads so. Looked at on every frame that is drawn: fit to measure with.
   *
   * @returns when, milliseconds since 1970
   */
  showsTitle: (title: string) => Promise<number>
}

/**
 * Opens Presentation and waits until nothing moves by itself any more: the overlays are connected, and the
 * form shows the document that the page is about. A click before that competes with the Studio, which
 * opens that document of its own accord.
 */
export async function openPresentation(page: Page, addresses: Addresses): Promise<Presentation> {
  await openStudio(page, `${addresses.studio}/presentation`)
  const site = page.frameLocator('iframe')
  await site.locator('sanity-visual-editing').waitFor({state: 'attached'})
  await page.waitForURL(/\/presentation\/meetingsPage\/meetingsPage/, {waitUntil: 'commit'})
  await page.getByTestId('field-title').locator('input').waitFor()
  return {
    site,
    titleOf: (id) =>
      site.locator(`h3 a[data-sanity*="id=${id};"][data-sanity*="path=title;"]`).first(),
    showsTitle: async (title) => {
      const frame = await frameOf(page, addresses.site)
      try {
        const shown = await frame.waitForFunction(
          (text) =>
            [...document.querySelectorAll('h3')].some((each) => each.textContent === text) &&
            performance.timeOrigin + performance.now(),
          title,
        )
        return Number(await shown.jsonValue())
      } catch (error) {
        const titles = await site.locator('h3').allTextContents()
        const found = titles.join(' | ')
        throw new Error(`No title "${title}" on the page, among: ${found}`, {cause: error})
      }
    },
  }
}

function frameOf(page: Page, site: string): Promise<Frame> {
  return eventually('the site beside the form', async () =>
    page.frames().find((frame) => frame.url().startsWith(`${site}${path}`)),
  )
}
