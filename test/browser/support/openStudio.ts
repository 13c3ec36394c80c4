import type {Page} from 'playwright-core'

/**
 * Opens an address of the Studio and waits until what it shows stays. It draws all of itself, asks what
 * its project has, and on the answer draws all of itself anew: what was opened in between is closed again.
 * The second one tells itself by asking about comments, which a lake has none of.
 */
export async function openStudio(page: Page, address: string) {
  await Promise.all([
    page.waitForResponse((response) => response.url().includes('/journey/comments')),
    page.goto(address, {waitUntil: 'commit'}),
  ])
}
