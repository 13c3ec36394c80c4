import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'

import {runLake} from '../../lake/support/runLake.ts'
import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {pageServer} from '../../support/pageServer.ts'
import {eventually} from '../support/eventually.ts'
import {bundleStockStudio, stockProject} from './bundleStockStudio.ts'

describe.skipIf(!chromiumPath)('a stock Studio', async () => {
  const lake = await runLake(stockProject)
  const client = lake.clientWith({perspective: 'raw'})
  let studio = ''
  let window: BrowserContext | undefined
  let stop = async () => {}

  beforeAll(async () => {
    const files = await bundleStockStudio(lake.url)
    const server = await pageServer(({url}) => {
      const file = files.get(new URL(url).pathname) ?? files.get('/')
      return new Response(file?.body, {
        headers: {
          'content-type': file?.type ?? 'text/plain',
          // The pages of all tests share the scripts.
          'cache-control': 'max-age=600',
        },
      })
    })
    studio = server.origin.replace('127.0.0.1', 'localhost')
    stop = server.close
    const browser = await launchChromium()
    window = await browser.newContext({viewport: {width: 1400, height: 1000}})
  })
  afterAll(async () => {
    await window?.browser()?.close()
    await stop()
    await lake.close()
  })

  async function openPage(path: string): Promise<Page> {
    if (!window) throw new Error('Chromium did not start.')
    const page = await window.newPage()
    onTestFinished(() => page.close())
    page.setDefaultTimeout(120_000)
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
    // All but the last one are collapsed, and keep their listeners.
    for (const id of ids) await page.getByText(`Name of ${id}`).first().waitFor()
    await expect.poll(() => nameInput(page).last().inputValue()).toBe('Name of author-9')
    await nameInput(page).last().fill('Typed in the tenth')
    await eventually('the draft', () =>
      client.fetch('count(*[_id == "drafts.author-9" && name == "Typed in the tenth"])'),
    )
    // The tenth form waits for its listener, and would be read-only without it.
    await expect(page.getByText('Trying to connect').count()).resolves.toBe(0)
  })

  const draft = {
    create: (id: string, name: string) =>
      client.create({_id: `drafts.${id}`, _type: 'author', name}),
    rename: (id: string, name: string) => client.patch(`drafts.${id}`).set({name}).commit(),
    publish: (publishedId: string) =>
      client.action({
        actionType: 'sanity.action.document.publish',
        publishedId,
        draftId: `drafts.${publishedId}`,
      }),
    discard: (id: string) =>
      client.action({
        actionType: 'sanity.action.document.version.discard',
        versionId: `drafts.${id}`,
      }),
    delete: (publishedId: string) =>
      client.action({
        actionType: 'sanity.action.document.delete',
        publishedId,
        includeDrafts: [`drafts.${publishedId}`],
      }),
  }
  const deletions = [
    {
      deleted: 'a published document',
      run: async (id: string) => {
        await draft.create(id, 'Ada')
        await draft.publish(id)
        await client.delete(id)
      },
    },
    {
      deleted: 'a published document with a draft',
      run: async (id: string) => {
        await draft.create(id, 'Draft')
        await draft.publish(id)
        await draft.create(id, 'Other')
        await draft.rename(id, 'Ada')
        await draft.delete(id)
      },
    },
    {
      deleted: 'a draft that was written once',
      run: async (id: string) => {
        await draft.create(id, 'Ada')
        await draft.discard(id)
      },
    },
  ]

  test.each(deletions)(
    'shows the last revision of $deleted, and restores it',
    async ({deleted, run}) => {
      const id = `author-${deleted.replaceAll(' ', '-')}`
      await run(id)
      const page = await openPage(`/intent/edit/id=${id};type=author/`)
      await page.getByText('has been deleted').first().waitFor()
      await expect.poll(() => nameInput(page).inputValue()).toBe('Ada')
      await page.getByRole('button', {name: /Restore/}).click()
      await eventually('the restored draft', () =>
        client.fetch('count(*[_id == $draftId && name == "Ada"])', {draftId: `drafts.${id}`}),
      )
    },
  )

  test('searches its lists, and finds documents to refer to', async () => {
    await client.create({_id: 'author-grace', _type: 'author', name: 'Grace Hopper'})
    const page = await openPage('/intent/create/template=author;type=author;id=author-new/')
    await page.getByText('Grace Hopper').first().waitFor()
    await nameInput(page).fill('New')
    await page.getByTestId('autocomplete').fill('hop')
    await page
      .getByTestId('autocomplete-popover')
      .getByRole('option', {name: 'Grace Hopper'})
      .click()
    await eventually('the reference', () =>
      client.fetch('count(*[_id == "drafts.author-new" && friend._ref == "author-grace"])'),
    )
    await expect(page.getByText('Could not fetch').count()).resolves.toBe(0)
  })
})
