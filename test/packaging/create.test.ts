import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {readFile, rename} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'
import {promisify} from 'node:util'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, onTestFinished, test} from 'vitest'

import {sampleWords, sampleWordsIn} from '../create/support/sampleWords.ts'
import {chromiumPath, launchChromium} from '../support/chromium.ts'
import {createdProject, install, startCreated} from './support/createdProject.ts'
import {installTime} from './support/installTarballs.ts'

const run = promisify(execFile)
const page = '/community/meetings/'
const hugo = ['/usr/bin/hugo', '/usr/local/bin/hugo'].some((path) => existsSync(path))
/** Time to create, install, start and use a project. */
const projectTime = installTime + 400_000

if (!chromiumPath) console.log('Skipped the first session in a browser: Chromium is not installed.')
if (!hugo) console.log('Skipped the created project in Hugo: Hugo is not installed.')

async function textOf(url: string): Promise<string> {
  const response = await fetch(url)
  const text = await response.text()
  return response.ok ? text : `${response.status} ${text}`
}

/** Waits for a page to show a text. It has no time of its own: the test has one. */
async function shows(url: string, text: string): Promise<void> {
  while (!(await textOf(url)).includes(text)) await delay(300)
}

test.runIf(chromiumPath)(
  'from an empty folder to a published page: the project starts under its own name, and its first session is on the site',
  async () => {
    const begin = performance.now()
    const minutes = () => ((performance.now() - begin) / 60_000).toFixed(1)
    const project = await createdProject('astro')
    onTestFinished(project.remove)
    await install(project.folder)
    const installed = minutes()
    const running = await startCreated(project.folder)
    onTestFinished(running.stop)
    const started = minutes()

    const html = await textOf(running.site + page)
    expect(html).toContain('Friends of Maps</')
    expect(html).toContain('rel="icon" href="/media/images/')
    expect(sampleWordsIn(html, sampleWords())).toEqual([])

    const browser = await launchChromium()
    onTestFinished(() => browser.close())
    const context = await browser.newContext({locale: 'en-GB', timezoneId: 'Europe/Paris'})
    const studio = await context.newPage()
    studio.setDefaultTimeout(120_000)
    await studio.goto(running.studio)
    const welcome = studio.getByTestId('welcome')
    await welcome.getByLabel('Title').fill('Hello, and what we do')
    await expect.poll(() => studio.title()).toContain('Friends of Maps')
    await welcome.getByLabel('When').fill('tomorrow 18:00')
    await welcome.getByRole('button', {name: 'Publish the touchpoint'}).click()
    await welcome.getByText('“Hello, and what we do” is published.').waitFor()

    await shows(running.site + page, 'Hello, and what we do')
    await shows(`${running.site}/api/calendar.ics`, 'SUMMARY:Hello\\, and what we do')
    console.log(
      `From an empty folder to a published page: ${minutes()} minutes (installed after ${installed}, started after ${started})`,
    )

    const command = async (...args: string[]) =>
      (await run('npm', ['run', '--silent', ...args], {cwd: project.folder, env: running.env}))
        .stdout
    expect(await command('check')).toContain(': 0 errors')
    await command('save')
    const saved = await readFile(join(project.folder, 'content/touchpoints.ndjson'), 'utf8')
    expect(saved).toContain('Hello, and what we do')
    await running.stop()
    await command('build')
    const built = join(project.folder, 'dist/site/community/meetings/index.html')
    expect(await readFile(built, 'utf8')).toContain('Hello, and what we do')
    expect(existsSync(join(project.folder, 'dist/studio/index.html'))).toBe(true)
    const compiler = join(project.folder, 'node_modules/typescript/bin/tsc')
    await run(process.execPath, [compiler], {cwd: project.folder, timeout: 200_000})
  },
  projectTime,
)

test(
  'a created project in Next starts under its own name and type-checks',
  async () => {
    const project = await createdProject('next')
    onTestFinished(project.remove)
    await install(project.folder)
    // The machine's clock: Next compares the current time with the times of its files.
    const running = await startCreated(project.folder, {NODE_OPTIONS: ''})
    onTestFinished(running.stop)
    const html = await textOf(running.site + page)
    expect(html).toContain('<title>Friends of Maps</title>')
    expect(html).toContain('--accent:#0b57d0')
    expect(sampleWordsIn(html, sampleWords())).toEqual([])
    expect(await textOf(`${running.site}/api/calendar.ics`)).toContain('BEGIN:VCALENDAR')
    expect(await textOf(`${running.site}/mark`)).toContain('>FM</text>')
    expect(await textOf(`${running.studio}/static/favicon.svg`)).toContain('>FM</text>')
    const compiler = join(project.folder, 'node_modules/typescript/bin/tsc')
    await run(process.execPath, [compiler, '-p', 'site'], {cwd: project.folder, timeout: 200_000})
  },
  projectTime,
)

test.runIf(hugo)(
  'a created project in Hugo starts under its own name; without its site, the Studio and the lake start',
  async () => {
    const project = await createdProject('hugo')
    onTestFinished(project.remove)
    await install(project.folder)
    const running = await startCreated(project.folder)
    const html = await textOf(running.site + page)
    expect(html).toContain('Friends of Maps</title>')
    expect(sampleWordsIn(html, sampleWords())).toEqual([])
    expect(await textOf(`${running.site}/icon.svg`)).toContain('>FM</text>')
    await running.stop()

    const none = await createdProject('none')
    onTestFinished(none.remove)
    // The same packages: one install for both.
    await rename(join(project.folder, 'node_modules'), join(none.folder, 'node_modules'))
    const alone = await startCreated(none.folder)
    onTestFinished(alone.stop)
    expect(alone.output()).toMatch(/no site/i)
    expect(await textOf(`${alone.studio}/static/favicon.svg`)).toContain('>FM</text>')
    const query = new URL(`/v${apiVersion}/data/query/production`, alone.lake)
    query.searchParams.set('query', '*[_type == "community"].name')
    expect(await textOf(query.href)).toContain('Friends of Maps')
    const manifest = await readFile(join(none.folder, 'package.json'), 'utf8')
    expect(manifest).not.toContain('hugo')
  },
  projectTime,
)
