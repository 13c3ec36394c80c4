/**
 * Measures the time until the lake responds, and until the Studio is usable. There is nothing to compare
 * with, so each time is shown as a ratio to its goal (1 s and 20 s).
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'

import {apiVersion} from '@touchpoints/schemas/defaults'
import {chromium} from 'playwright-core'

import {findChromium, withoutChromium} from '../../test/browser/support/findChromium.ts'
import {freePorts} from '../../test/browser/support/freePorts.ts'
import {startAll} from '../../test/browser/support/startAll.ts'

function report(name: string, milliseconds: number, goal: number) {
  const share = (milliseconds / goal).toFixed(2)
  console.log(`${name.padEnd(52)} ${Math.round(milliseconds)} ms, ${share} of ${goal} ms`)
}

async function timeToRespond(folder: string, port: number): Promise<number> {
  const started = performance.now()
  const lake = spawn(process.execPath, [
    join(import.meta.dirname, 'lakeProcess.ts'),
    folder,
    `${port}`,
  ])
  const query = encodeURIComponent('count(*[_type == "touchpoint"])')
  const url = `http://127.0.0.1:${port}/v${apiVersion}/data/query/production?query=${query}`
  try {
    for (;;) {
      const response = await fetch(url).catch(() => undefined)
      if (response?.ok) return performance.now() - started
      if (lake.exitCode !== null || performance.now() - started > 30_000) {
        throw new Error('The lake did not respond within 30 s')
      }
      await delay(5)
    }
  } finally {
    lake.kill()
    await once(lake, 'exit')
  }
}

const folder = mkdtempSync(join(tmpdir(), 'touchpoints-bench-'))
try {
  const [port = 0] = await freePorts(1)
  report('lake, first start, with the sample content', await timeToRespond(folder, port), 1000)
  report('lake, second start', await timeToRespond(folder, port), 1000)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

const executablePath = findChromium(process.env)
if (executablePath) {
  const started = performance.now()
  const {addresses, stop} = await startAll()
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']})
  try {
    const page = await browser.newPage()
    await page.goto(addresses.studio)
    await page.getByText('Meetings page', {exact: true}).first().waitFor({timeout: 120_000})
    report('Studio, from npm start until usable', performance.now() - started, 20_000)
  } finally {
    await browser.close()
    await stop()
  }
} else {
  console.log(withoutChromium(process.env))
}
