import type {Frame, FrameLocator, Locator, Page} from 'playwright-core'

import {eventually} from './eventually.ts'
import {openStudio} from './openStudio.ts'
import type {Addresses} from './startAll.ts'

const path = '/community/meetings/'

/** The Studio's preview tool after it is loaded. */
export interface Presentation {
  /** The page of the site next to the form. It is located for each action, so it survives a reload. */
  site: FrameLocator
  /** Returns the title of a touchpoint in the list of next touchpoints. */
  titleOf: (id: string) => Locator
  /**
   * Waits until the page shows a title. Checks each rendered frame, so that the time can be measured.
   *
   * @returns the time in milliseconds since 1970
   */
  showsTitle: (title: string) => Promise<number>
}

/**
 * Opens the preview tool and waits until the overlays are connected and the form shows the document of the
 * page. The Studio opens that document itself, so an earlier click could be undone.
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
            [...document.querySelectorAll('h3')].some((each) => each.textContent.trim() === text) &&
            performance.timeOrigin + performance.now(),
          title,
        )
        return Number(await shown.jsonValue())
      } catch (error) {
        const titles = await site.locator('h3').allTextContents()
        throw new Error(`The page shows no title "${title}", only: ${titles.join(' | ')}`, {
          cause: error,
        })
      }
    },
  }
}

function frameOf(page: Page, site: string): Promise<Frame> {
  return eventually('the site next to the form', async () =>
    page.frames().find((frame) => frame.url().startsWith(`${site}${path}`)),
  )
}
