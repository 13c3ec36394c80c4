import type {Page} from 'playwright-core'
import {describe, expect, test} from 'vitest'

import {chromiumPath} from '../../../support/chromium.ts'
import {countMarked, storedTexts} from '../../support/markedTexts.ts'
import {path, pathOfTouchpoint, usePreviewSite} from '../../support/previewSite.ts'

/** A session of the sample that has a summary. */
const pathWithSummary = `${path}2024-03-28-security-management/`
const pathOfGroup = `${path}groups/oss-in-business/`

/** Returns a function from a document type to the fields of its documents that the page opens. */
async function editedPaths(page: Page): Promise<(type: string) => (string | undefined)[]> {
  const attributes = await page
    .locator('main [data-sanity]')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-sanity') ?? ''))
  return (type) => [
    ...new Set(
      attributes
        .filter((each) => each.includes(`type=${type};`))
        .map((each) => /path=([^;]*)/.exec(each)?.[1]?.replace(/:[^.;]+/g, ':key')),
    ),
  ]
}

describe.skipIf(!chromiumPath)('in a preview', () => {
  const site = usePreviewSite()

  test('every editable text opens its field in a preview, and a visitor’s page contains no such link', async () => {
    await site.inPreview(async (page) => {
      const paths = await editedPaths(page)
      expect(paths('touchpoint')).toEqual(
        expect.arrayContaining(['title', 'schedule.start', 'audience']),
      )
      expect(paths('guest')).toEqual(expect.arrayContaining(['name']))
      expect(paths('organization')).toEqual(expect.arrayContaining(['name']))
      expect(paths('workingGroup')).toEqual(
        expect.arrayContaining(['title', 'description', 'phase']),
      )
      expect(paths('calendar')).toEqual(expect.arrayContaining(['title', 'feedUrl']))
      expect(paths('meetingsPage')).toEqual(expect.arrayContaining(['title', 'introduction']))
      const stored = await storedTexts(site.client)
      const counts: number[] = []
      for (const at of [path, pathOfTouchpoint, pathOfGroup]) {
        await page.goto(`${site.url}${at}`)
        const {marked, missing} = await countMarked(page, stored)
        expect(missing).toEqual([])
        counts.push(marked)
      }
      console.log(
        `Values that open their field on the meetings page, a touchpoint and a group: ${counts.join(', ')}`,
      )
      expect(counts[0]).toBeGreaterThan(50)
      expect(counts[1]).toBeGreaterThan(1)
      expect(counts[2]).toBeGreaterThan(5)
    })
    const visitors = await (await fetch(`${site.url}${path}`)).text()
    expect(visitors).not.toContain('data-sanity')
  })

  test('the page of a session or a group opens the fields that the meetings page has no room for', async () => {
    await site.inPreview(async (page) => {
      const fieldsAt = async (at: string, type: string) => {
        await page.goto(`${site.url}${at}`)
        const paths = await editedPaths(page)
        return paths(type)
      }
      expect(await fieldsAt(pathOfTouchpoint, 'touchpoint')).toEqual(
        expect.arrayContaining(['title', 'schedule.start', 'links.agenda']),
      )
      expect(await fieldsAt(pathWithSummary, 'touchpoint')).toEqual(
        expect.arrayContaining(['title', 'summary']),
      )
      expect(await fieldsAt(pathOfGroup, 'workingGroup')).toEqual(
        expect.arrayContaining(['title', 'kind']),
      )
    })
  })

  test('the check fails for a text without a field', async () => {
    await site.inPreview(async (page) => {
      const stored = await storedTexts(site.client)
      await page.locator('main h1').evaluate((heading) => heading.removeAttribute('data-sanity'))
      const {missing} = await countMarked(page, stored)
      expect(missing).toEqual([await page.locator('main h1').innerText()])
    })
  })
})
