import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {windows} from './windows.ts'

/** Returns libical's row, or no row if libical or a C compiler is missing (Debian: libical-dev, gcc). */
export function measureLibical(feed: string, folder: string): LibicalRow[] {
  const program = join(folder, 'libical')
  try {
    execFileSync('cc', ['-O2', '-o', program, join(import.meta.dirname, 'libical.c'), '-lical'], {
      stdio: 'ignore',
    })
  } catch {
    console.log('Skipped libical: it needs libical-dev and a C compiler.\n')
    return []
  }
  const quarter = countOccurrences(program, feed, windows.quarter)
  const year = countOccurrences(program, feed, windows.year)
  return [
    {
      name: 'libical',
      quarter: quarter.ms,
      year: year.ms,
      second: undefined,
      again: undefined,
      megabytes: quarter.megabytes,
      occurrences: quarter.count,
      occurrencesOfYear: year.count,
    },
  ]
}

interface LibicalRow {
  name: string
  quarter: number
  year: number
  second: undefined
  again: undefined
  megabytes: number
  occurrences: number
  occurrencesOfYear: number
}

function countOccurrences(
  program: string,
  feed: string,
  window: readonly [string, string],
): {count: number; ms: number; megabytes: number} {
  const seconds = window.map((instant) => String(Date.parse(instant) / 1000))
  const output = execFileSync(program, [feed, ...seconds], {encoding: 'utf8'})
  const [count = 0, ms = 0, kilobytes = 0] = output.trim().split(' ').map(Number)
  return {count, ms, megabytes: kilobytes / 1024}
}
