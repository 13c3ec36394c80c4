/**
 * Measures the time from typing a character in Presentation until the page shows it, and the time of each
 * step. There is nothing to compare with, so each is shown as a ratio to the goal of one second.
 */
import {setTimeout as delay} from 'node:timers/promises'

import {findChromium, withoutChromium} from '../../test/browser/support/findChromium.ts'
import {startAll} from '../../test/browser/support/startAll.ts'
import {launchChromium} from '../../test/support/chromium.ts'
import {lakeClient} from '../../test/support/lakeClient.ts'
import {nextTouchpoint} from './nextTouchpoint.ts'
import {openForm} from './openForm.ts'

const goal = 1000

if (!findChromium(process.env)) {
  console.log(withoutChromium(process.env))
} else {
  const {addresses, stop} = await startAll('--build')
  const browser = await launchChromium()
  try {
    const lake = lakeClient(addresses.lake, {perspective: 'raw'})
    const touchpoint = await nextTouchpoint(lake)
    const page = await browser.newPage({viewport: {width: 1400, height: 1000}})
    const form = await openForm(page, addresses, touchpoint)
    console.log('One character after a pause, median of 9:')
    const paused = []
    for (let count = 0; count < 9; count++) {
      // The Studio sends a change immediately if its last request was at least a second ago.
      await delay(1500)
      paused.push(await form.type('x'))
    }
    report(
      'typed → shown',
      paused.map(({typed, shown}) => shown - typed),
    )
    report(
      '  the Studio sends the change',
      paused.map(({typed, sent}) => sent - typed),
    )
    report(
      '  the lake stores it, the page requests its HTML',
      paused.map(({sent, requested}) => requested - sent),
    )
    report(
      '  the site renders the page',
      paused.map(({requested, responded}) => responded - requested),
    )
    report(
      '  the page applies it',
      paused.map(({responded, shown}) => shown - responded),
    )

    console.log('Twelve characters in a row, from the last one on, median of 5:')
    const rows = []
    for (let count = 0; count < 5; count++) {
      await delay(1500)
      rows.push(await form.type('abcdefghijkl'))
    }
    report(
      'typed → shown',
      rows.map(({typed, shown}) => shown - typed),
    )
    report(
      '  the Studio waits, because it sends once a second',
      rows.map(({typed, sent}) => sent - typed),
    )
  } finally {
    await browser.close()
    await stop()
  }
}

function report(name: string, times: number[]) {
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  const share = (median / goal).toFixed(2)
  console.log(`${name.padEnd(46)} ${Math.round(median)} ms, ${share} of ${goal} ms`)
}
