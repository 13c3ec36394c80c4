import {stripVTControlCharacters} from 'node:util'

/** A note of Vite about a dependency that says "use client" for other bundlers. Nobody can act on it. */
const noise = /^\[MODULE_LEVEL_DIRECTIVE\].*[\\/"]node_modules[\\/]/

/** What follows: the place in the source, framed. */
const frame = /^\s*(?:\d+ )?[│╭·]|^─+╯/

/**
 * Passes on the lines of a build, without the notes about dependencies: a Studio has more than fifty, of ten lines each.
 * The same notes about files of the project stay.
 */
export function withoutNoise(onLine: (line: string) => void): (line: string) => void {
  let state: 'reading' | 'inside' = 'reading'
  return (line) => {
    const plain = stripVTControlCharacters(line)
    if (noise.test(plain)) {
      state = 'inside'
      return
    }
    if (state === 'inside') {
      // The empty line after it belongs to it.
      if (plain.trim() === '') state = 'reading'
      if (plain.trim() === '' || frame.test(plain)) return
      state = 'reading'
    }
    onLine(line)
  }
}
