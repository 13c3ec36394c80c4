/**
 * How long a newcomer waits: for a lake that answers, and for a Studio one can click in. There is no
 * peer to compare with, so each is shown as its share of the goal (1 s and 20 s).
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

function tell(what: string, milliseconds: number, goal: number) {
  const share = (milliseconds / goal).toFixed(2)
  console.log(`${what.padEnd(52)} ${Math.round(milliseconds)} ms, ${share} of ${goal} ms`)
}

async function answering(folder: string, port: number): Promise<number> {
  const began = performance.now()
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
      if (response?.ok) return performance.now() - began
      if (lake.exitCode !== null || performance.now() - began > 30_000) {
        throw new Error('The lake did not come up')
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
  tell('lake, first start: seeded and answering', await answering(folder, port), 1000)
  tell('lake, second start: answering', await answering(folder, port), 1000)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

const executablePath = findChromium(process.env)
if (executablePath) {
  const began = performance.now()
  const {addresses, stop} = await startAll()
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']})
  try {
    const page = await browser.newPage()
    await page.goto(addresses.studio)
    await page.getByText('Meetings page', {exact: true}).first().waitFor({timeout: 120_000})
    tell('Studio, from npm start to usable', performance.now() - began, 20_000)
  } finally {
    await browser.close()
    await stop()
  }
} else {
  console.log(withoutChromium(process.env))
}
