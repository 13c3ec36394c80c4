import {expect} from 'vitest'

import {testNow} from '../support/clock/testNow.ts'
import {test} from './support/browserTest.ts'
import {deleteAfterwards} from './support/ownDocuments.ts'

/** Longer than any step here, even on a busy machine, and shorter than the difference between dates. */
const near = 10 * 60_000

const distance = (instant: string) => Math.abs(Date.parse(instant) - testNow().getTime())

test('the lake, the site and its pages share the date of the run, and their clocks keep running', async ({
  page,
  addresses,
  client,
}) => {
  deleteAfterwards(client, '_id == "clock"')
  const {_createdAt} = await client.create({_id: 'clock', _type: 'guest', name: 'Clock'})
  expect(distance(_createdAt)).toBeLessThan(near)

  await page.goto(`${addresses.site}/community/meetings/calendar/`)
  const month = {month: 'long', year: 'numeric', timeZone: 'Europe/Madrid'} as const
  expect(await page.locator('.turn-month').innerText()).toBe(
    testNow().toLocaleDateString('en-GB', month),
  )
  const read = () => page.evaluate(() => new Date().toISOString())
  const first = await read()
  expect(distance(first)).toBeLessThan(near)
  await expect.poll(read).not.toBe(first)
})
