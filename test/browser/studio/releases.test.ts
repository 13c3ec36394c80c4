import {expect, onTestFinished} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {openStudio} from '../support/openStudio.ts'
import {studioForm} from '../support/studioForm.ts'

// A timeout for busy machines, because the test loads the Studio four times.
const timeout = 300_000

test(
  'a release with a changed touchpoint can be created, published and reverted',
  {timeout},
  async ({page, addresses, client}) => {
    const id = 'touchpoint-in-a-release'
    const other = await client.fetch<Record<string, unknown>>(
      '*[_id == "touchpoint-all-hands-2026-autumn-1"][0]',
    )
    await client.createOrReplace({
      ...other,
      _id: id,
      _type: 'touchpoint',
      title: 'As it was',
      slug: {_type: 'slug', current: id},
    })
    onTestFinished(async () => {
      await client.delete({query: `*[_id == "${id}" || _id in path("versions.*.${id}")]`})
    })
    const released = () =>
      client.fetch<string | null>('*[_id in path("versions.*.touchpoint-in-a-release")][0].title')

    await openStudio(page, `${addresses.studio}/releases`)
    await page.getByRole('button', {name: 'New release'}).click()
    await page.getByTestId('release-form-title').fill('For the autumn')
    await page.getByTestId('submit-release-button').click()
    const release = await eventually('the release', () =>
      client.fetch<string | null>(
        '*[_type == "system.release" && metadata.title == "For the autumn"][0].name',
      ),
    )

    const form = studioForm(page, addresses.studio)
    await form.open('touchpoint', id, release)
    await page.getByRole('button', {name: 'Add to release'}).click()
    await eventually('the version', released)
    await page.getByTestId('document-header-For-the-autumn-chip').waitFor()
    await expect.poll(() => form.field('title').locator('input').first().isEnabled()).toBe(true)
    await form.fill('title', 'As it will be')
    await eventually(
      'the change in the release',
      async () => (await released()) === 'As it will be',
    )
    expect(await client.getDocument(id)).toMatchObject({title: 'As it was'})

    await openStudio(page, `${addresses.studio}/releases/${release}`)
    await page.locator('[data-testid="publish-all-button"][data-disabled="false"]').click()
    await page.getByTestId('confirm-button').click()
    await eventually('the published change', async () => {
      const document = await client.getDocument(id)
      return document?.['title'] === 'As it will be'
    })
    await page.getByTestId('status-publishRelease').waitFor()
    await page.getByText('As it will be', {exact: true}).waitFor()
    expect(await client.releases.get({releaseId: release})).toMatchObject({state: 'published'})

    await page.getByTestId('revert-button').click()
    await page.getByText('Immediately revert the release').click()
    await page.locator('[data-testid="confirm-button"][data-disabled="false"]').click()
    await eventually('what was there before', async () => {
      const document = await client.getDocument(id)
      return document?.['title'] === 'As it was'
    })
  },
)
