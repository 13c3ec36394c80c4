/**
 * From a character typed in Presentation to the page that shows it, and where the time goes. There is no peer
 * to compare with, so each step is shown as its share of the goal, one second.
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
    console.log('A character after a pause, medians of 9:')
    const paused = []
    for (let count = 0; count < 9; count++) {
      // The Studio sends at once what comes a second or more after it last sent something.
      await delay(1500)
      paused.push(await form.type('x'))
    }
    tell(
      'typed → shown',
      paused.map(({typed, shown}) => shown - typed),
    )
    tell(
      '  the Studio takes it and sends it',
      paused.map(({typed, sent}) => sent - typed),
    )
    tell(
      '  the lake writes it and tells, the page asks',
      paused.map(({sent, asked}) => asked - sent),
    )
    tell(
      '  the site renders the page',
      paused.map(({asked, answered}) => answered - asked),
    )
    tell(
      '  the page becomes it',
      paused.map(({answered, shown}) => shown - answered),
    )

    console.log('Twelve characters in a row, from the last one on, medians of 5:')
    const rows = []
    for (let count = 0; count < 5; count++) {
      await delay(1500)
      rows.push(await form.type('abcdefghijkl'))
    }
    tell(
      'typed → shown',
      rows.map(({typed, shown}) => shown - typed),
    )
    tell(
      '  the Studio waits: it sends once a second',
      rows.map(({typed, sent}) => sent - typed),
    )
  } finally {
    await browser.close()
    await stop()
  }
}

function tell(what: string, times: number[]) {
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  const share = (median / goal).toFixed(2)
  console.log(`${what.padEnd(46)} ${Math.round(median)} ms, ${share} of ${goal} ms`)
}
