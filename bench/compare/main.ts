/**
 * Compares programs that show the same page: the next meetings from a Content Lake and from two feeds.
 * `npm run pack` first, so that touchpoints is installed as others install it.
 *
 * npm run bench -- compare [FOLDER] [--write]
 *
 * Installs each program in FOLDER (default: a temporary one; what is installed there is used again), so that nothing of
 * it becomes a dependency here. --write stores the results, which docs/compare quotes.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'

import {calendarScores, mergeScores} from './cases.ts'
import {byHand, fullCalendar, touchpoints, type Contender} from './contenders.ts'
import {install, installed, versionOf} from './install.ts'
import {resultsFile, type Results} from './results.ts'
import {shippedKilobytes} from './shipped.ts'

// Dates of all-day events are local to the process in node-ical.
process.env['TZ'] = 'UTC'

const [, , , ...words] = process.argv
const [given] = words.filter((word) => word !== '--write')
const folder = resolve(given ?? mkdtempSync(join(tmpdir(), 'touchpoints-compare-')))
const programsFolder = join(import.meta.dirname, 'programs')
const packed = resolve(import.meta.dirname, '../../packed')

interface Program {
  /** Files of the page, in `programs`. */
  files: readonly string[]
  /** The package that names the program. */
  main: string
  contender: Contender
}

const shared = 'byHand/calendar.ts'
const programs: Readonly<Record<string, Program>> = {
  touchpoints: {files: ['touchpoints/page.ts'], main: 'touchpoints', contender: touchpoints},
  byHand: {files: ['byHand/page.ts', shared], main: 'node-ical', contender: byHand},
  nextSanity: {files: ['nextSanity/page.tsx', shared], main: 'next-sanity', contender: byHand},
  sanityAstro: {
    files: ['sanityAstro/page.astro', 'sanityAstro/astro.config.ts', shared],
    main: '@sanity/astro',
    contender: byHand,
  },
  fullCalendar: {
    files: ['fullCalendar/page.ts', 'fullCalendar/server.ts'],
    main: '@fullcalendar/core',
    contender: fullCalendar(join(folder, 'fullCalendar')),
  },
}

for (const name of Object.keys(programs)) prepare(name)

const contenders = Object.fromEntries(
  ['touchpoints', 'byHand', 'fullCalendar'].map((name) => [
    name,
    programs[name]?.contender ?? byHand,
  ]),
)
const calendars = await calendarScores('calendar-cases', contenders)
const feeds = await calendarScores('feed-cases', contenders)
const merges = await mergeScores(contenders)

const results: Results = {
  versions: {},
  programs: {},
  elementsKilobytes: await shippedKilobytes('touchpointsElements', folder),
}
for (const [name, {files, main, contender}] of Object.entries(programs)) {
  const own = join(folder, name)
  results.versions[main] = versionOf(own, main)
  // Programs without a reader of feeds use the one written by hand.
  const as = contender === byHand ? 'byHand' : name
  const none = {right: 0, of: 0}
  results.programs[name] = {
    lines: files.reduce((sum, file) => sum + linesOf(join(programsFolder, file)), 0),
    ...installed(own),
    shippedKilobytes: await shippedKilobytes(name, own),
    calendarCases: calendars[as] ?? none,
    feedCases: feeds[as] ?? none,
    mergedEvents: merges.events[as] ?? none,
    mergesReported: merges.reports[as] ?? none,
  }
}
console.log(`Installed in ${folder}`)
console.table(results.versions)
console.log(JSON.stringify(results.programs, null, 2))
if (words.includes('--write')) writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`)

function prepare(name: string) {
  const own = join(folder, name)
  if (existsSync(join(own, 'node_modules'))) return
  mkdirSync(own, {recursive: true})
  if (name === 'touchpoints') {
    writeFileSync(
      join(own, 'package.json'),
      JSON.stringify({private: true, dependencies: tarballs()}),
    )
  } else {
    cpSync(join(programsFolder, name, 'package.json'), join(own, 'package.json'))
  }
  install(own)
}

/** What `npm install touchpoints` installs, from files. */
function tarballs(): Record<string, string> {
  const files = new Map([
    ['touchpoints', 'touchpoints-[0-9]*.tgz'],
    ['@touchpoints/calendar', 'touchpoints-calendar-*.tgz'],
    ['@touchpoints/schemas', 'touchpoints-schemas-*.tgz'],
    ['@touchpoints/words', 'touchpoints-words-*.tgz'],
  ])
  return Object.fromEntries(
    [...files].map(([name, pattern]) => {
      const [file] = globSync(join(packed, pattern))
      if (file === undefined) throw new Error(`packed/ has no ${name}. Run npm run pack first.`)
      return [name, `file:${file}`]
    }),
  )
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(
      (line) =>
        line.trim() !== '' && !line.trim().startsWith('//') && !/^\s*(?:\/\*\*|\*)/.test(line),
    ).length
}
