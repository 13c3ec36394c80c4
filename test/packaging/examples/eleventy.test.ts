import {execFile} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {eventsFormat} from 'touchpoints/feeds'
import {expect} from 'vitest'

import {parseCalendar} from '../../../calendar/index.ts'
import {chromiumPath} from '../../support/chromium.ts'
import {asOf, exampleTest, knownMeeting, knownSlug, touchpoints} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {plant} from '../support/plant.ts'
import {serveFolder} from '../support/serveFolder.ts'

const run = promisify(execFile)

const test = exampleTest('eleventy').extend<{installed: string; site: string}>({
  installed: [
    async ({folder}, use) => {
      await installTarballs(folder, [...loaderTarballs, 'touchpoints-elements'])
      await use(folder)
    },
    {scope: 'file'},
  ],
  /** The folder that Eleventy writes. */
  site: [
    async ({installed, env}, use) => {
      const eleventy = join(installed, 'node_modules/@11ty/eleventy/cmd.cjs')
      const options = {cwd: installed, env: {...env, TOUCHPOINTS_NOW: asOf}}
      await run(process.execPath, [eleventy, '--quiet'], options)
      await use(join(installed, '_site'))
    },
    {scope: 'file'},
  ],
})

/** Returns what the example's own compiler prints. */
async function typeErrors(folder: string): Promise<string> {
  const compiler = join(folder, 'node_modules/typescript/bin/tsc')
  return run(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {cwd: folder}).then(
    ({stdout}) => stdout,
    (error: {stdout?: string}) => {
      if (!error.stdout) throw error
      return error.stdout
    },
  )
}

test(
  'the data files of the Eleventy example have no type error, and a planted one is reported',
  async ({installed}) => {
    expect(await typeErrors(installed)).toBe('')

    const text = `
      import {loader} from '../loader.js'
      const {data} = await loader.touchpoints()
      export default data.map(({schedule}) => schedule.begins)
    `
    const path = join(installed, '_data/planted.js')
    const planted = plant(path, text, () => typeErrors(installed))
    expect(await planted).toMatch(/^_data\/planted\.js\(4,.*'begins'.*\n$/)
  },
  installTime + 60_000,
)

test.skipIf(!chromiumPath)(
  'the Eleventy site, installed and built by itself, shows the next sessions and a page for each',
  async ({site, open}) => {
    const server = await serveFolder(site)
    const {page, faults} = await open(server.origin)
    await page.locator('touchpoints-next .content').getByText(knownMeeting).waitFor()
    await page.locator('touchpoints-calendar .content').getByText(knownMeeting).first().waitFor()
    await page.locator(`main > ul a[href='/sessions/${knownSlug}/']`).click()
    await page.getByRole('heading', {name: knownMeeting}).waitFor()
    await page.getByText('Dana Wang').waitFor()
    expect(faults).toEqual([])
    await server.close()
  },
  installTime + 60_000,
)

test('the calendar of the Eleventy site has the events of the feeds too', async ({site}) => {
  const text = (name: string) => readFile(join(site, 'calendar', name), 'utf8')
  const {events} = eventsFormat.parse(JSON.parse(await text('events.json')))
  expect(events.some(({kind}) => kind === 'feed')).toBe(true)
  expect(parseCalendar(await text('calendar.ics')).eventCount).toBe(events.length)
})

test('a site with exported data shows it without the loader, built by the same Eleventy', async ({
  installed,
  env,
}) => {
  const site = await mkdtemp(join(tmpdir(), 'touchpoints-eleventy-data-'))
  await writeFile(join(site, 'package.json'), '{"type": "module"}\n')
  await writeFile(
    join(site, 'eleventy.config.js'),
    `export default (config) => {\n  config.addPassthroughCopy('touchpoints')\n}\n`,
  )
  await writeFile(
    join(site, 'index.njk'),
    '<h1>{{ touchpoints.page.title }}</h1>{% for each in touchpoints.touchpoints %}{{ each.title }}\n{% endfor %}',
  )
  await touchpoints(site, env, 'export', '.', '--format', 'eleventy', '--now', asOf)
  const eleventy = join(installed, 'node_modules/@11ty/eleventy/cmd.cjs')
  await run(process.execPath, [eleventy, '--quiet'], {cwd: site, env})
  const built = (name: string) => readFile(join(site, '_site', name), 'utf8')
  expect(await built('index.html')).toContain('<h1>Virtual Meetings</h1>')
  expect(await built('index.html')).toContain(knownMeeting)
  expect(parseCalendar(await built('touchpoints/calendar.ics')).eventCount).toBeGreaterThan(10)
  await rm(site, {recursive: true})
})
