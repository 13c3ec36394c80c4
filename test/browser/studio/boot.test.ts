import type {Page} from 'playwright-core'
import {expect} from 'vitest'

import {test} from '../support/browserTest.ts'
import {startAll} from '../support/startAll.ts'

test('the Studio starts without login, dialog or error, and sends no request to other machines', async ({
  page,
  addresses,
}) => {
  await expectCleanBoot(page, addresses.studio)
})

// The first load bundles everything, which takes seconds on an idle machine and minutes on a busy one.
test(
  'the Studio of npm start starts without error and sends no request to other machines',
  {timeout: 300_000},
  async ({page}) => {
    const {addresses, stop} = await startAll()
    try {
      page.setDefaultTimeout(180_000)
      await expectCleanBoot(page, addresses.studio)
    } finally {
      await stop()
    }
  },
)

async function expectCleanBoot(page: Page, studio: string) {
  const requested: string[] = []
  const errors: string[] = []
  const blocked = new Set<string>()
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText.includes('csp')) blocked.add(request.url())
  })
  page.on('requestfinished', (request) => requested.push(request.url()))
  page.on('request', (request) => requested.push(request.url()))

  await page.goto(studio)
  await page.getByRole('heading', {name: 'Needs attention'}).waitFor()
  // Toasts appear some time after a failed request or a missed heartbeat.
  await page.waitForTimeout(3000)

  expect(errors).toEqual([])
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.getByRole('alert').allTextContents()).toEqual([])
  expect(await page.locator('[data-ui="Toast"]').allTextContents()).toEqual([])
  const elsewhere = requested.filter((url) => !isLoopback(url) && !blocked.has(url))
  expect(elsewhere).toEqual([])
}

function isLoopback(address: string): boolean {
  const {protocol, hostname} = new URL(address)
  if (protocol === 'data:' || protocol === 'blob:') return true
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1'
}
