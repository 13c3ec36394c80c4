import type {Page} from 'playwright-core'

/**
 * Opens a URL of the Studio and waits for its final render.
 *
 * The Studio renders, requests the features of the project, and renders again with the response. That
 * closes everything that was opened in between. The second render requests the dataset for comments.
 */
export async function openStudio(page: Page, address: string) {
  await Promise.all([
    page.waitForResponse((response) => response.url().includes('datasetProfile=comments')),
    page.goto(address, {waitUntil: 'commit'}),
  ])
}
