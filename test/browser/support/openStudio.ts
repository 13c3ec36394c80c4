import type {Page} from 'playwright-core'

/**
 * Opens a URL of the Studio and waits for its final render.
 *
 * The Studio renders, requests the features of the project, and renders again with the response, because
 * tasks wrap the whole layout. That closes everything that was opened in between. Each of the two renders
 * requests what to say about releases as soon as it is in the page.
 */
export async function openStudio(page: Page, address: string) {
  let renders = 0
  await Promise.all([
    page.waitForRequest((request) => {
      if (request.url().includes('/journey/content-releases')) renders += 1
      return renders === 2
    }),
    page.goto(address, {waitUntil: 'commit'}),
  ])
}
