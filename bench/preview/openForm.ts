import type {Page, Request} from 'playwright-core'

import {openPresentation} from '../../test/browser/support/presentation.ts'
import type {Addresses} from '../../test/browser/support/startAll.ts'

/** The time of each step, in milliseconds since 1970. All processes use this machine's clock. */
export interface Steps {
  /** The last character is in the input. */
  typed: number
  /** The Studio sends the change to the lake. */
  sent: number
  /** The page requests its new HTML from the site. */
  requested: number
  /** The page has received the response. */
  responded: number
  /** The page shows the change. */
  shown: number
}

/** Opens the title's field in Presentation by clicking the title on the page. */
export async function openForm(
  page: Page,
  addresses: Addresses,
  {id, title}: {id: string; title: string},
): Promise<{type: (text: string) => Promise<Steps>}> {
  const writes: Request[] = []
  const reads: Request[] = []
  page.on('requestfinished', (request) => {
    if (request.url().includes('/data/actions/')) writes.push(request)
    if (request.resourceType() === 'fetch' && request.url().startsWith(addresses.site)) {
      reads.push(request)
    }
  })
  page.setDefaultTimeout(120_000)
  const {titleOf, showsTitle} = await openPresentation(page, addresses)
  await titleOf(id).click()
  const input = page.getByTestId('field-title').locator('input')
  await page.waitForFunction((value) => {
    const field = document.querySelector('[data-testid="field-title"] input')
    return field instanceof HTMLInputElement && field.value === value && !field.readOnly
  }, title)
  await input.evaluate((field) => {
    const note = () => field.setAttribute('data-typed', String(Date.now()))
    field.addEventListener('input', note)
  })
  let written = title
  return {
    type: async (text) => {
      written += text
      const shown = showsTitle(written)
      await input.press('End')
      await input.pressSequentially(text, {delay: 100})
      const at = await shown
      const typed = Number(await input.getAttribute('data-typed'))
      const sent = writes.map(startOf).findLast((time) => time <= at) ?? typed
      const read = reads.findLast((request) => endOf(request) <= at)
      if (!read) throw new Error('The page changed without a request to the site')
      return {typed, sent, requested: startOf(read), responded: endOf(read), shown: at}
    },
  }
}

function startOf(request: Request): number {
  return request.timing().startTime
}

function endOf(request: Request): number {
  const {startTime, responseEnd} = request.timing()
  return startTime + Math.max(responseEnd, 0)
}
