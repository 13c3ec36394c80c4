import type {Page} from 'playwright-core'
import {expect, onTestFinished} from 'vitest'

import {test} from '../support/browserTest.ts'
import {eventually} from '../support/eventually.ts'
import {openStudio} from '../support/openStudio.ts'
import {ownDocuments} from '../support/ownDocuments.ts'
import {seriousProblems} from '../support/seriousProblems.ts'

const timeZone = 'Europe/Madrid'
// A timeout for busy machines: five acts, and axe reads 600 cells.
const timeout = 300_000
const tool = '[data-testid="season-tool"]'

/** A series that meets each Wednesday at 10:00 in Madrid. */
function weeklySeries(id: string, meets: 'scheduled' | 'standing') {
  return {
    _id: id,
    _type: 'series',
    title: id,
    slug: {_type: 'slug', current: id},
    meets,
    lifecycle: 'active',
    minutes: 45,
    audience: 'everyone',
    defaultLinks: {_type: 'meetingLinks', join: `https://meet.example.org/${id}`},
    cadence: {
      _type: 'cadence',
      slots: [
        {
          _key: 'slot',
          _type: 'recurrence',
          frequency: 'weekly',
          interval: 1,
          weekdays: ['WE'],
          time: '10:00',
          timeZone,
          startDate: '2026-01-07',
        },
      ],
    },
  }
}

/** Opens the planner. Returns the cells of a series, without the date of this week, which can be over. */
async function openSeason(page: Page, studio: string) {
  await openStudio(page, `${studio}/season`)
  await page.getByTestId('season-grid').waitFor()
  const cell = (series: string, index: number) =>
    page.getByRole('gridcell', {name: new RegExp(`^${series}, `)}).nth(index + 1)
  const act = async (name: 'Fill' | 'Move' | 'Hold' | 'Cancel') => {
    await page.getByRole('button', {name: `${name}…`}).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    return dialog
  }
  return {cell, act}
}

/** By Intl, and not by the code that is tested. @example localTime('2026-11-25T09:00:00Z') // 'Wed 10:00' */
function localTime(instant: string): string {
  const options = {timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit'} as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(instant)).replace(',', '')
}

/** @example dayName('2026-11-25T09:00:00Z') // 'Wed 25 Nov 2026' */
function dayName(instant: string): string {
  const options = {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'} as const
  return new Intl.DateTimeFormat('en-GB', {...options, timeZone})
    .format(new Date(instant))
    .replace(',', '')
}

interface StoredSession {
  _id: string
  status: string
  cancelReason?: string
  start: string
}

test(
  'an editor fills, undoes, moves and cancels several dates, with the keyboard, as drafts',
  {timeout},
  async ({page, addresses, client}) => {
    const scheduled = 'season-calls'
    const standing = 'season-standing'
    await ownDocuments(
      client,
      weeklySeries(scheduled, 'scheduled'),
      weeklySeries(standing, 'standing'),
    )
    const sessions = () =>
      client.fetch<StoredSession[]>(
        `*[_type == "touchpoint" && series._ref == $id] | order(schedule.start asc)
        {_id, status, cancelReason, "start": schedule.start}`,
        {id: scheduled},
      )
    const {cell, act} = await openSeason(page, addresses.studio)

    // Three empty dates: Space selects one, Shift with an arrow key the next ones.
    await cell(scheduled, 0).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.getByText('3 dates selected').waitFor()
    const filling = await act('Fill')
    await filling.getByText('3 touchpoints will be created as drafts').waitFor()
    expect(await seriousProblems(page, '[role="dialog"]')).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('Fill: 3 dates done as drafts.').waitFor()
    const filled = await sessions()
    expect(filled).toHaveLength(3)
    for (const {_id, status, start} of filled) {
      expect(_id).toMatch(/^drafts\./)
      expect(status).toBe('confirmed')
      expect(localTime(start)).toBe('Wed 10:00')
    }
    await expect.poll(() => cell(scheduled, 0).getAttribute('aria-label')).toContain('Confirmed')

    await page.getByRole('button', {name: 'Undo'}).click()
    await page.getByText('Undone: 3 dates.').waitFor()
    expect(await sessions()).toEqual([])
    await expect.poll(() => cell(scheduled, 0).getAttribute('aria-label')).toContain('Empty date')

    // Again, with the pointer: a click, and a click with Shift.
    await cell(scheduled, 0).click()
    await cell(scheduled, 3).click({modifiers: ['Shift']})
    const again = await act('Fill')
    await again.getByText('4 touchpoints will be created as drafts').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Fill: 4 dates done as drafts.').waitFor()
    await expect.poll(() => cell(scheduled, 3).getAttribute('aria-label')).toContain('Confirmed')
    const before = await sessions()

    await cell(scheduled, 0).click()
    await cell(scheduled, 1).click()
    const moving = await act('Move')
    await moving.getByLabel('Unit').selectOption('days')
    await moving.getByLabel('Later by').fill('1')
    await moving.getByText('2 touchpoints will be moved as drafts').waitFor()
    await moving.getByRole('button', {name: 'Move 2 dates'}).click()
    await page.getByText('Move: 2 dates done as drafts.').waitFor()
    const moved = await sessions()
    expect(moved.slice(0, 2).map(({start}) => localTime(start))).toEqual(['Thu 10:00', 'Thu 10:00'])
    expect(moved.slice(2)).toEqual(before.slice(2))

    const name = (start: string) => new RegExp(`^${scheduled}, ${dayName(start)}`)
    await page.getByRole('gridcell', {name: name(moved.at(-1)?.start ?? '')}).click()
    await cell(standing, 0).click()
    const canceling = await act('Cancel')
    await canceling.getByRole('button', {name: 'Cancel 2 dates'}).click()
    await canceling.getByText('Enter a reason').waitFor()
    await canceling.getByLabel('Reason for all of them').fill('Summer break')
    await page.keyboard.press('Enter')
    await page.getByText('Cancel: 2 dates done as drafts.').waitFor()
    expect((await sessions()).at(-1)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'Summer break',
    })
    expect(await client.getDocument(`drafts.${standing}`)).toMatchObject({
      cadence: {exceptions: [{kind: 'skipped', reason: 'Summer break'}]},
    })
    await expect
      .poll(() => cell(standing, 0).getAttribute('aria-label'))
      .toContain('Canceled (Summer break)')
    expect(await seriousProblems(page, tool)).toEqual([])
  },
)

test('an editor fills a date in a release, where drafts do not see it', async ({
  page,
  addresses,
  client,
}) => {
  const scheduled = 'season-release'
  await ownDocuments(client, weeklySeries(scheduled, 'scheduled'))
  const releaseId = 'rSeason'
  await client.releases.create({
    releaseId,
    metadata: {title: 'Next season', releaseType: 'asap'},
  })
  onTestFinished(async () => {
    await client.delete({query: `*[_id in path("versions.${releaseId}.**")]`})
    await client.releases.archive({releaseId})
    await client.releases.delete({releaseId})
  })
  const {cell, act} = await openSeason(page, addresses.studio)

  await page.getByLabel('Save changes in').selectOption({label: 'Save in “Next season”'})
  await eventually('the release in the address', async () => page.url().includes(releaseId))
  await cell(scheduled, 0).click()
  const dialog = await act('Fill')
  await dialog.getByText('1 touchpoint will be created in the release “Next season”').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Fill: 1 date done in the release “Next season”.').waitFor()
  const ids = await client.fetch<string[]>('*[_type == "touchpoint" && series._ref == $id]._id', {
    id: scheduled,
  })
  expect(ids).toEqual([expect.stringMatching(`^versions\\.${releaseId}\\.session-`)])
  await expect.poll(() => cell(scheduled, 0).getAttribute('aria-label')).toContain('Confirmed')

  await page.getByLabel('Save changes in').selectOption({label: 'Save as drafts'})
  await expect.poll(() => cell(scheduled, 0).getAttribute('aria-label')).toContain('Empty date')
})
