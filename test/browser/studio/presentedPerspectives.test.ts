import {randomUUID} from 'node:crypto'

import type {Page} from 'playwright-core'
import {expect, onTestFinished} from 'vitest'

import {test} from '../support/browserTest.ts'
import {openPresentation} from '../support/presentation.ts'
import {before, makeTouchpoint} from '../support/presentedTouchpoint.ts'

test('the preview follows the Studio’s perspective without a reload', async ({
  page,
  addresses,
  client,
}) => {
  await makeTouchpoint(client, 'Only in drafts')
  const {site, showsTitle} = await openPresentation(page, addresses)
  await showsTitle('Only in drafts')
  await site.locator('body').evaluate((body) => body.setAttribute('data-same', ''))
  await choosePerspective(page, 'published')
  await showsTitle(before)
  expect(await site.locator('[data-preview]').getAttribute('data-preview')).toBe('published')
  await choosePerspective(page, 'drafts')
  await showsTitle('Only in drafts')
  expect(await site.locator('body[data-same]').count()).toBe(1)
})

test('the preview shows the release that is selected in the Studio', async ({
  page,
  addresses,
  client,
}) => {
  const id = await makeTouchpoint(client)
  const releaseId = `r${randomUUID().slice(0, 8)}`
  await client.releases.create({releaseId, metadata: {title: 'Autumn', releaseType: 'asap'}})
  const version = `versions.${releaseId}.${id}`
  onTestFinished(async () => {
    await client.delete(version)
    await client.releases.archive({releaseId})
    await client.releases.delete({releaseId})
  })
  const touchpoint = await client.getDocument(id)
  await client.create({...touchpoint, _type: 'touchpoint', _id: version, title: 'In the autumn'})

  const {site, showsTitle} = await openPresentation(page, addresses)
  await showsTitle(before)
  await choosePerspective(page, releaseId)
  await showsTitle('In the autumn')
  expect(await site.locator('[data-preview]').getAttribute('data-preview')).toContain(releaseId)
  await client.patch(version).set({title: 'Later in the autumn'}).commit()
  await showsTitle('Later in the autumn')
})

async function choosePerspective(page: Page, name: string): Promise<void> {
  await page.getByTestId('global-perspective-menu-button').click()
  await page.getByTestId(`release-${name}`).click()
}
