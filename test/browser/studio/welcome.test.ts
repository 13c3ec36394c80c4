import type {Page} from 'playwright-core'
import {expect} from 'vitest'

import {startSite} from '../../support/siteServer.ts'
import {test} from '../support/browserTest.ts'
import {countActs} from '../support/countActs.ts'
import {withEmptyLake} from '../support/emptyStudio.ts'
import {eventually} from '../support/eventually.ts'
import {openStudio} from '../support/openStudio.ts'
import {seriousProblems} from '../support/seriousProblems.ts'

const screen = '[data-testid="welcome"]'
const welcomeOf = (page: Page) => page.getByTestId('welcome')

test('an empty Studio leads to the first session on the site in at most ten acts', async ({
  page,
  addresses,
  onTestFinished,
}) => {
  const {url, client} = await withEmptyLake(page, addresses.lake)
  const site = await startSite({SANITY_API_HOST: url})
  onTestFinished(site.stop)
  const {act, count} = countActs()
  await openStudio(page, addresses.studio)
  const welcome = welcomeOf(page)
  await welcome.getByRole('heading', {name: 'Welcome'}).waitFor()
  expect(await seriousProblems(page, screen)).toEqual([])

  await act(welcome.getByLabel('Name', {exact: true}).fill('Ada Guild'))
  await act(welcome.getByLabel('Home time zone').fill('Madrid'))
  await act(welcome.getByRole('button', {name: 'Save and continue'}).click())
  await act(welcome.getByLabel('Title').fill('Hello, and what we do'))
  await act(welcome.getByLabel('When').fill('tomorrow 18:00'))
  await act(welcome.getByLabel('Join link').fill('https://meet.example.org/ada'))
  expect(await seriousProblems(page, screen)).toEqual([])
  await act(welcome.getByRole('button', {name: 'Publish the touchpoint'}).click())
  await welcome.getByText('“Hello, and what we do” is published.').waitFor()
  expect(count()).toBeLessThanOrEqual(10)
  expect(await seriousProblems(page, screen)).toEqual([])

  expect(await client.fetch('count(*[_id in path("drafts.**")])')).toBe(0)
  const link = await welcome.getByRole('link', {name: 'Open its page'}).getAttribute('href')
  expect(link).toMatch(
    new RegExp(`^${addresses.site}/community/meetings/.*-hello-and-what-we-do/$`),
  )
  const {pathname} = new URL(link ?? '')
  await eventually('the page of the session', async () => {
    const response = await fetch(`${site.url}${pathname}`)
    return response.ok && (await response.text()).includes('Hello, and what we do')
  })
  const landing = await (await fetch(`${site.url}/community/meetings/`)).text()
  expect(landing).toContain('When Ada Guild meets')
  const feed = await (await fetch(`${site.url}/api/calendar.ics`)).text()
  expect(feed).toContain('SUMMARY:Hello\\, and what we do')
})

test('the welcome works with the keyboard, and the focus follows the steps', async ({
  page,
  addresses,
}) => {
  const {client} = await withEmptyLake(page, addresses.lake)
  await openStudio(page, addresses.studio)
  const welcome = welcomeOf(page)
  const focused = () =>
    page.evaluate(() => {
      const {activeElement} = document
      return activeElement instanceof HTMLInputElement
        ? activeElement.labels?.[0]?.textContent
        : activeElement?.textContent
    })
  await welcome.getByLabel('Name', {exact: true}).focus()
  await page.keyboard.type('Ada Guild')
  await page.keyboard.press('Enter')
  await expect.poll(focused, {timeout: 20_000}).toBe('Title')

  await page.keyboard.type('Hello')
  await page.keyboard.press('Tab')
  await page.keyboard.type('tomorrow 18:00')
  await page.keyboard.press('Enter')
  expect(await client.fetch('count(*[_type == "touchpoint"])')).toBe(0)
  await welcome.getByText(/^Entered: /).waitFor()
  await welcome.getByRole('button', {name: 'Publish the touchpoint'}).focus()
  await page.keyboard.press('Enter')
  // The Studio validates when the page is idle. So the lake is asked, and the page is left alone meanwhile.
  await eventually('the published touchpoint', () =>
    client.fetch<boolean>('defined(*[_type == "touchpoint" && !(_id in path("drafts.**"))][0])'),
  )
  await welcome.getByRole('link', {name: 'Open its page'}).waitFor()
  await expect.poll(focused).toBe('Open its page')
})

test('a series in words gives the first session its date, and all of it is published together', async ({
  page,
  addresses,
}) => {
  const {client} = await withEmptyLake(page, addresses.lake)
  await client.create({
    _id: 'drafts.community',
    _type: 'community',
    name: 'Ada Guild',
    timeZone: 'Europe/Madrid',
    languages: ['en'],
  })
  await openStudio(page, addresses.studio)
  const welcome = welcomeOf(page)
  await welcome.getByRole('button', {name: /^What meets regularly/}).click()
  await welcome.getByLabel('Title').fill('Community call')
  await welcome.getByLabel('Type it in words').fill('every Tuesday at 4 pm Madrid')
  await page.keyboard.press('Enter')
  await welcome.getByRole('button', {name: 'Use this cadence'}).click()
  await welcome.getByRole('button', {name: 'Save and continue'}).click()
  await welcome.getByRole('button', {name: 'Use this date'}).click()
  await welcome.getByLabel('Title').fill('Hello')
  await welcome.getByRole('button', {name: 'Publish the touchpoint'}).click()
  await welcome.getByText('“Hello” is published.').waitFor()
  const types = await client.fetch<string[]>(
    '*[!(_id in path("_.**")) && _type in $types] | order(_type asc)._type',
    {types: ['community', 'meetingsPage', 'series', 'touchpoint']},
  )
  expect(types).toEqual(['community', 'meetingsPage', 'series', 'touchpoint'])
})

test('what cannot be published is said at its field, and the second attempt leaves no other draft', async ({
  page,
  addresses,
}) => {
  const {client} = await withEmptyLake(page, addresses.lake)
  await client.create({
    _id: 'drafts.community',
    _type: 'community',
    name: 'Ada Guild',
    timeZone: 'Europe/Madrid',
    languages: ['en'],
    codeOfConductUrl: 'ftp://example.org',
  })
  await openStudio(page, addresses.studio)
  const welcome = welcomeOf(page)
  const publish = welcome.getByRole('button', {name: 'Publish the touchpoint'})
  await publish.click()
  await welcome.getByText('Enter a title.').waitFor()
  await welcome.getByLabel('Title').fill('Hello')
  await welcome.getByLabel('When').fill('tomorrow 18:00')
  await publish.click()
  await welcome.getByText(/“Ada Guild”, Code of conduct/).waitFor()
  await client.patch('drafts.community').unset(['codeOfConductUrl']).commit()
  await publish.click()
  await welcome.getByText('“Hello” is published.').waitFor()
  expect(await client.fetch('count(*[_type == "touchpoint"])')).toBe(1)
})

test('the overview offers the welcome until it is dismissed', async ({page, addresses}) => {
  await withEmptyLake(page, addresses.lake)
  await openStudio(page, addresses.studio)
  await welcomeOf(page).getByRole('button', {name: 'Open the overview'}).click()
  const offer = page.getByRole('region', {name: 'First steps'})
  await offer.getByRole('button', {name: 'Continue'}).click()
  await welcomeOf(page).getByRole('button', {name: 'Open the overview'}).click()
  await offer.getByRole('button', {name: 'Dismiss'}).click()
  await offer.waitFor({state: 'detached'})
  await openStudio(page, addresses.studio)
  await page.getByRole('region', {name: 'Not published'}).waitFor()
  expect(await welcomeOf(page).count()).toBe(0)
  expect(await offer.count()).toBe(0)
})
