import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {runLake} from '../../lake/support/runLake.ts'
import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {pageServer} from '../../support/pageServer.ts'
import {eventually} from '../support/eventually.ts'
import {bundleStockStudio, stockProject} from './bundleStockStudio.ts'

describe.skipIf(!chromiumPath)('a stock Studio', async () => {
  const lake = await runLake(stockProject)
  const client = lake.clientWith({perspective: 'raw'})
  let studio = ''
  let browser: Browser | undefined
  let stop = async () => {}

  beforeAll(async () => {
    const files = await bundleStockStudio(lake.url)
    const server = await pageServer(({url}) => {
      const file = files.get(new URL(url).pathname) ?? files.get('/')
      return new Response(file?.body, {headers: {'content-type': file?.type ?? 'text/plain'}})
    })
    studio = server.origin.replace('127.0.0.1', 'localhost')
    stop = server.close
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await stop()
    await lake.close()
  })

  async function openPage(path: string): Promise<Page> {
    if (!browser) throw new Error('Chromium did not start.')
    const page = await browser.newPage({viewport: {width: 1400, height: 1000}})
    page.setDefaultTimeout(60_000)
    await page.goto(`${studio}${path}`, {waitUntil: 'commit'})
    return page
  }

  const nameInput = (page: Page) => page.getByTestId('field-name').locator('input')

  test('holds ten documents open, and saves what is typed into the last one', async () => {
    const ids = Array.from({length: 10}, (_, index) => `author-${index}`)
    const transaction = client.transaction()
    for (const _id of ids) transaction.create({_id, _type: 'author', name: `Name of ${_id}`})
    await transaction.commit()
    const page = await openPage(`/structure/author;${ids.join('|')}`)
    await expect.poll(() => nameInput(page).count()).toBe(10)
    await expect.poll(() => nameInput(page).last().inputValue()).toBe('Name of author-9')
    await nameInput(page).last().fill('Typed in the tenth')
    await eventually('the draft', () =>
      client.fetch('count(*[_id == "drafts.author-9" && name == "Typed in the tenth"])'),
    )
    // The tenth form waits for its listener, and would be read-only without it.
    await expect(page.getByText('Trying to connect').count()).resolves.toBe(0)
  })

  test('shows the last revision of a deleted document, and restores it', async () => {
    const publishedId = 'author-deleted'
    const draftId = `drafts.${publishedId}`
    await client.create({_id: draftId, _type: 'author', name: 'Ada'})
    await client.action({actionType: 'sanity.action.document.publish', publishedId, draftId})
    await client.delete(publishedId)
    const page = await openPage(`/intent/edit/id=${publishedId};type=author/`)
    await page.getByText('has been deleted').first().waitFor()
    await expect.poll(() => nameInput(page).inputValue()).toBe('Ada')
    await page.getByRole('button', {name: /Restore/}).click()
    await eventually('the restored draft', () =>
      client.fetch('count(*[_id == $draftId && name == "Ada"])', {draftId}),
    )
  })
})
