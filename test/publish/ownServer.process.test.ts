import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {chromium, type Browser, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'

import {withEditorsEvents} from '../../cli/dev/editorsEvents.ts'
import {readLakeAccess} from '../../cli/dev/lakeAccess.ts'
import {readSettings} from '../../cli/dev/settings.ts'
import {createLake, type Lake, serve} from '../../lake/index.ts'
import {apiVersion} from '../../schemas/defaults.ts'
import {chromiumPath} from '../support/chromium.ts'
import {cleanEnvironment, sampleContent} from '../support/siteServer.ts'
import {root} from '../support/workspaces.ts'
import {hasCaddy, password, startCaddy, studioUrl, tokens} from './support/startCaddy.ts'

if (!chromiumPath) console.warn('Skipped the Studio behind Caddy: it needs Chromium.')

describe.skipIf(!hasCaddy || !chromiumPath)('the built Studio on a server of your own', () => {
  const cleanups: (() => unknown)[] = []
  let browser: Browser
  let lake: Lake

  beforeAll(async () => {
    const built = mkdtempSync(join(tmpdir(), 'touchpoints-studio-'))
    cleanups.push(() => rmSync(built, {recursive: true}))
    await buildStudio(built)
    const access = readLakeAccess({TOUCHPOINTS_LAKE_ORIGIN: studioUrl, ...tokens}, 'lake')
    const names = {projectId: 'touchpoints', dataset: 'production'}
    lake = createLake({file: ':memory:', ...names, ...access.options})
    cleanups.push(() => lake.close())
    lake.import(sampleContent('lantern'))
    const readToken = tokens.SANITY_API_READ_TOKEN
    // The calendar reads the lake at its port, which is known once it listens.
    const plain = await serve(lake, {port: 0})
    cleanups.push(() => plain.close())
    const settings = readSettings({TOUCHPOINTS_LAKE_PORT: String(plain.port)}, root)
    const served = await serve(withEditorsEvents(lake, {...settings, readToken}), {port: 0})
    cleanups.push(() => served.close())
    lake.setAddress(studioUrl)
    const caddy = await startCaddy({
      site: '127.0.0.1:9',
      lakePort: served.port,
      tls: true,
      studio: (folder) => {
        mkdirSync(join(folder, 'dist'))
        symlinkSync(built, join(folder, 'dist/studio'))
      },
    })
    cleanups.push(caddy.stop)
    browser = await chromium.launch({
      ...(chromiumPath && {executablePath: chromiumPath}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        `--host-resolver-rules=MAP studio.example.org:443 127.0.0.1:${caddy.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      ],
    })
    cleanups.push(() => browser.close())
  }, 600_000)

  afterAll(async () => {
    for (const clean of cleanups.toReversed()) await clean()
  })

  /** Opens the Studio and returns the requests to other hosts that left the browser. */
  async function openStudio(
    path: string,
  ): Promise<{page: Page; foreign: string[]; sockets: string[]}> {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      httpCredentials: {username: 'ana', password},
    })
    cleanups.push(() => context.close())
    const page = await context.newPage()
    const foreign: string[] = []
    const sockets: string[] = []
    page.on('requestfailed', (request) => {
      const blocked = request.failure()?.errorText === 'csp'
      if (!blocked && !request.url().startsWith(studioUrl)) foreign.push(request.url())
    })
    page.on('websocket', (socket) => socket.on('framereceived', () => sockets.push(socket.url())))
    await vi.waitFor(() => page.goto(studioUrl + path), {timeout: 60_000, interval: 100})
    return {page, foreign, sockets}
  }

  it('an editor logs in, and reads drafts, the calendar and who else is there', async () => {
    const {page, foreign, sockets} = await openStudio('/overview')
    await page.getByText('Needs attention').first().waitFor()
    await expect.poll(() => sockets[0]).toMatch(/^wss:\/\/studio\.example\.org\//)
    await page.getByRole('link', {name: 'Calendar'}).or(page.getByText('Calendar')).first().click()
    await page.getByRole('button', {name: 'Today'}).waitFor()
    expect(foreign).toEqual([])
  })

  it('an editor writes from the page, and an uploaded picture has an address that the page can load', async () => {
    const {page} = await openStudio('/overview')
    const loaded = await page.evaluate(async (version) => {
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>'
      const response = await fetch(`/v${version}/assets/images/production`, {
        method: 'POST',
        body: svg,
      })
      const {document: asset} = await response.json()
      return {url: String(asset.url), status: (await fetch(asset.url)).status}
    }, apiVersion)
    expect(loaded.url).toMatch(/^https:\/\/studio\.example\.org\/images\//)
    expect(loaded.status).toBe(200)
    expect(lake.documents().some(({url}) => url === loaded.url)).toBe(true)
  })

  it('a stranger sees no part of the Studio', async () => {
    const context = await browser.newContext({ignoreHTTPSErrors: true})
    const page = await context.newPage()
    const status = await page.goto(studioUrl).then(
      (response) => response?.status(),
      // Chromium without a window cancels the question for a password.
      () => 401,
    )
    expect(status).toBe(401)
    await context.close()
  })
})

/** Builds the Studio as the image does. */
async function buildStudio(output: string): Promise<void> {
  const sanity = join(root, 'node_modules/sanity/bin/sanity')
  await promisify(execFile)(process.execPath, [sanity, 'build', output, '--yes'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...cleanEnvironment(),
      CI: '1',
      DO_NOT_TRACK: '1',
      NODE_ENV: 'production',
      SANITY_STUDIO_PROJECT_ID: 'touchpoints',
      SANITY_STUDIO_DATASET: 'production',
      SANITY_STUDIO_API_HOST: studioUrl,
      SANITY_STUDIO_PREVIEW_URL: 'https://meetings.example.org',
    },
  })
}
