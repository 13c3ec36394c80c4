/**
 * `npm run bench -- calendar [FEED.ics]`: measures the time from text to occurrences.
 *
 * It compares touchpoints with node-ical alone, ical.js and, if installed, libical. Results are medians
 * of processor time. Each parser runs in a separate process.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import * as z from 'zod/mini'
import {contenders} from './contenders.ts'
import {measureLibical} from './libical.ts'
import {makeFeed} from './makeFeed.ts'

/** The first runs are slower until the code is compiled. With three runs, the median would be one of those. */
const runs = 7
/** Timeout of one parser in ms. The table then takes two minutes. */
const timeoutMs = 90_000

const measurement = z.object({
  results: z.array(
    z.object({
      quarter: z.number(),
      second: z.number(),
      again: z.number(),
      year: z.number(),
      occurrences: z.number(),
      occurrencesOfYear: z.number(),
    }),
  ),
  megabytes: z.number(),
})

interface Row {
  name: string
  quarter: number
  year: number
  second: number | undefined
  again: number | undefined
  megabytes: number
  occurrences: number
  occurrencesOfYear: number
}

const folder = mkdtempSync(join(tmpdir(), 'bench-calendar-'))
try {
  const feed = process.argv[3] ?? join(folder, 'feed.ics')
  if (process.argv[3] === undefined) writeFileSync(feed, makeFeed())
  const rows = [
    ...Object.keys(contenders).flatMap((name) => measureOrReport(name, feed)),
    ...measureLibical(feed, folder),
  ]
  print(rows, statSync(feed).size)
} finally {
  rmSync(folder, {recursive: true})
}

function measureOrReport(name: string, feed: string): Row[] {
  try {
    return [measure(name, feed)]
  } catch (error) {
    const isLate = error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT'
    console.log(
      isLate ? `${name}: more than ${timeoutMs / 1000} s.\n` : `${name}: ${String(error)}\n`,
    )
    return []
  }
}

function measure(name: string, feed: string): Row {
  // The peak memory of one cold run, including its garbage.
  const once = run(name, feed, 1)
  // ical.js iterates each series from its start, half a minute for each run, so one run is enough.
  const {results} = name === 'ical.js' ? once : run(name, feed, runs)
  const median = (field: 'quarter' | 'second' | 'again' | 'year'): number => {
    const values = results.map((result) => result[field]).toSorted((a, b) => a - b)
    return values[Math.floor(values.length / 2)] ?? Number.NaN
  }
  return {
    name,
    quarter: median('quarter'),
    year: median('year'),
    second: median('second'),
    again: median('again'),
    megabytes: once.megabytes,
    occurrences: results[0]?.occurrences ?? 0,
    occurrencesOfYear: results[0]?.occurrencesOfYear ?? 0,
  }
}

function run(name: string, feed: string, count: number): z.infer<typeof measurement> {
  const script = join(import.meta.dirname, 'measure.ts')
  const output = execFileSync(process.execPath, [script, name, feed, String(count)], {
    encoding: 'utf8',
    // node-ical prints a warning for what it skips.
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: timeoutMs,
    maxBuffer: 64 * 1024 * 1024,
  })
  return measurement.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''))
}

function print(rows: readonly Row[], bytes: number): void {
  console.log(`${(bytes / 1e6).toFixed(1)} MB; medians of processor time in ms\n`)
  console.log(
    ['', 'cold 90 d', 'cold year', 'next 90 d', 'same again', 'peak MB', 'occurrences']
      .map(cell)
      .join(''),
  )
  for (const row of rows) {
    const cells = [row.quarter, row.year, row.second, row.again].map((ms) => ms?.toFixed(0) ?? '-')
    const counts = `${row.occurrences} / ${row.occurrencesOfYear}`
    console.log([row.name, ...cells, row.megabytes.toFixed(0), counts].map(cell).join(''))
  }
  const ours = rows.find(({name}) => name === 'touchpoints')
  const theirs = rows.find(({name}) => name === 'node-ical')
  const libical = rows.find(({name}) => name === 'libical')
  if (!ours || !theirs) return
  console.log('')
  goal(
    'cold 90 days, times faster than node-ical',
    theirs.quarter / ours.quarter,
    '>= 3',
    (ratio) => ratio >= 3,
  )
  goal(
    'cold year, times faster than node-ical',
    theirs.year / ours.year,
    '>= 1',
    (ratio) => ratio >= 1,
  )
  goal(
    'next window, times faster than cold',
    ours.quarter / (ours.second ?? Infinity),
    '>= 20',
    (ratio) => ratio >= 20,
  )
  goal(
    'same window again, times faster than cold',
    ours.quarter / (ours.again ?? Infinity),
    '>= 20',
    (ratio) => ratio >= 20,
  )
  goal(
    'peak memory, of node-ical’s',
    ours.megabytes / theirs.megabytes,
    '< 1',
    (ratio) => ratio < 1,
  )
  if (libical)
    goal(
      'cold 90 days, of libical’s time',
      ours.quarter / libical.quarter,
      '<= 1.5',
      (ratio) => ratio <= 1.5,
    )
}

function goal(
  what: string,
  ratio: number,
  target: string,
  isMet: (ratio: number) => boolean,
): void {
  console.log(
    `${isMet(ratio) ? 'met   ' : 'missed'}  ${what}: ${ratio.toFixed(1)} (goal ${target})`,
  )
}

function cell(text: string, index: number): string {
  return index === 0 ? text.padEnd(26) : text.padStart(index === 6 ? 16 : 11)
}
