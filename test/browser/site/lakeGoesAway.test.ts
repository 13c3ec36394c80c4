import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import {freePort, type RunningSite, sampleFeeds, startSite} from '../../support/siteServer.ts'
import {eventually} from '../support/eventually.ts'

const root = resolve(import.meta.dirname, '../../..')
const path = '/community/meetings/'
const id = 'touchpoint-2024-04-12'

describe.skipIf(!chromiumPath)('the lake goes away under an open page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchpoints-lake-'))
  let port: number
  let lake: ChildProcess
  let site: RunningSite
  let browser: Browser
  let page: Page

  /** Starts the lake in a process of its own, so that it can be stopped and killed. */
  async function startLakeProcess(): Promise<void> {
    const script = join(root, 'bench/start/lakeProcess.ts')
    lake = spawn(process.execPath, [script, folder, String(port)], {cwd: root, stdio: 'inherit'})
    await eventually('the lake', () =>
      fetch(`http://127.0.0.1:${port}/v1/ping`).then(
        ({ok}) => ok,
        () => false,
      ),
    )
  }

  async function killLake(): Promise<void> {
    const exit = once(lake, 'exit')
    lake.kill('SIGKILL')
    await exit
  }

  const publish = (title: string) =>
    lakeClient(`http://127.0.0.1:${port}`).patch(id).set({title}).commit()

  const shown = () =>
    page.locator('.row-title a[href$="2024-04-12-friday-touchpoint/"]').innerText()

  beforeAll(async () => {
    port = await freePort()
    await startLakeProcess()
    site = await startSite({
      SANITY_API_HOST: `http://127.0.0.1:${port}`,
      TOUCHPOINTS_NOW: '2024-03-20T00:00:00Z',
      TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
    })
    browser = await launchChromium()
    page = await browser.newPage()
    const live = page.waitForResponse((response) => response.url().endsWith('/api/live'))
    await page.goto(site.url + path)
    await live
    await page.evaluate(() => document.body.setAttribute('data-same', ''))
  })

  afterAll(async () => {
    await browser.close()
    await site.stop()
    if (lake.exitCode === null && lake.signalCode === null) await killLake()
    rmSync(folder, {recursive: true, force: true})
  })

  test('a lake that hangs delays nobody: the page and health are served', async () => {
    lake.kill('SIGSTOP')
    try {
      const visitor = await browser.newPage()
      const response = await visitor.goto(site.url + path)
      expect(response?.status()).toBe(200)
      expect(await visitor.locator('h1').count()).toBe(1)
      await visitor.close()
      const health = await fetch(`${site.url}/api/health`)
      expect(health.headers.get('content-type')).toContain('json')
    } finally {
      lake.kill('SIGCONT')
    }
    await publish('Published after the pause')
    await expect.poll(shown).toBe('Published after the pause')
  })

  test('a killed lake leaves the open page as it is, and new visitors see as of when their page is', async () => {
    await killLake()
    expect(await shown()).toBe('Published after the pause')
    const visitor = await browser.newPage()
    await expect
      .poll(async () => {
        await visitor.goto(site.url + path)
        return visitor.locator('.as-of').count()
      })
      .toBe(1)
    expect(await visitor.locator('.as-of').innerText()).toMatch(/^As of .* UTC/)
    expect(
      await visitor.locator('.row-title a[href$="2024-04-12-friday-touchpoint/"]').innerText(),
    ).toBe('Published after the pause')

    await startLakeProcess()
    // The page with the notice was opened without a lake, and refreshes itself all the same.
    await expect.poll(() => visitor.locator('.as-of').count()).toBe(0)
    await visitor.close()
  })

  test('the open page follows the restarted lake without a reload', async () => {
    await publish('Published after the restart')
    await expect.poll(shown).toBe('Published after the restart')
    expect(await page.locator('body[data-same]').count()).toBe(1)
    expect(await page.locator('.as-of').count()).toBe(0)
  })
})
