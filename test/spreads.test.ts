import {globSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {expect, test} from 'vitest'

import {packages} from '../scripts/packages.ts'
import {spreadCalls} from './support/spreadCalls.ts'
import {root} from './support/workspaces.ts'

/** Calls with a list of a known maximum length, with that length. Each key is `file text`. */
const bounded: Readonly<Record<string, string>> = {
  'calendar/audit/checkRooms.ts contextOf(...calendarTitles(a), ...calendarTitles(b))':
    'one for each calendar',
  'calendar/merge/assessPair.ts contextOf(...contextNames(a), ...contextNames(b))': 'one name each',
  'calendar/merge/assessPair.ts contextOf(...contextNames(other))': 'one name',
  "calendar/merge/collectCadences.ts problems.push(...unsafeLinks(cadence, 'series'))":
    'one for each link of a document',
  "calendar/merge/collectTouchpoints.ts problems.push(...unsafeLinks(touchpoint, 'touchpoint'))":
    'one for each link of a document',
  'words/plain/plainWords.ts Object.assign(...passed)': 'the arguments of one message',
  'words/words.ts Object.assign(...values)': 'the arguments of one message',
  'calendar/merge/joinItems.ts into.items.push(...from.items)': 'one item for each source',
  'calendar/merge/joinItems.ts into.joins.push(...from.joins)': 'one join for each source',
  'calendar/merge/readOwnCalendars.ts problems.push(...problemsOf(cadence, dates.filter(isReported), off, call))':
    'two for each cadence',
  'calendar/series/cancelledTitle.ts Math.max(...marks.map(({length}) => length))':
    'the words for "cancelled"',
  'calendar/zones/isShortened.ts Math.max(...walls.slice(0, 1))': 'one',
  'calendar/rhythm/readMoment.ts asking(...questions)': 'one about the day, the time and midnight',
  'calendar/rhythm/readMoment.ts asking(...zones.unknown.map((part) => notUnderstood(part)))':
    'the words that an editor typed',
  'cli/check/fetchDocuments.ts documents.push(...page)': 'a page of 2,000',
  'cli/export/exportDocuments.ts lines.push(...page.map((document) => `${JSON.stringify(document)}\\n`))':
    'a page of 2,000',
  'cli/helpText.ts Math.max(...rows.map(([name]) => name.length))': 'the commands',
  'elements/currentEvents.ts Math.min(...changes)': 'two',
  'lake/cli/helpText.ts Math.max(...rows.map(([name]) => name.length))': 'the options',
  'lake/store/copyRows.ts statement.run(...row)': 'the columns of a table',
  'lake/assets/palette.ts Math.max(...rgb)': 'three',
  'lake/assets/palette.ts Math.min(...rgb)': 'three',
  "loaders/options/loaderChecks.ts oneOf(...(['everyone', 'members'] as const satisfies readonly Audience[]))":
    'two',
  'loaders/options/optionChecks.ts withMethods(...methods)': 'the methods of an option',
  "loaders/feeds/vtimezone.ts observances.push(...observance('STANDARD', at.offset, at.offset, '19700101T000000'))":
    'four lines',
  'loaders/feeds/vtimezone.ts observances.push(...observance(kind, before.offset, change.offset, compact(local)))':
    'four lines',
  'site/src/meetings/publishedPages.ts Math.min(...moments.map((moment) => moment - at))':
    'two for each of 50 touchpoints',
  'schemas/scalars.ts z.number().check(...checks)': 'the checks of a format',
  'schemas/scalars.ts z.string().check(...checks)': 'the checks of a format',
  'studio/season/seasonGrid.ts Math.max(...[...byWeek.values()].map(({length}) => length))':
    'the weeks of a season',
  'studio/season/seasonGrid.ts Math.max(...byWeek.keys())': 'the weeks of a season',
  'studio/inputs/SessionClocks.tsx sessionTimes(...parameters)': 'the parameters',
}

/** The DOM's own functions take nodes as arguments. A page with 100,000 of them is not usable anyway. */
const ofNodes = /^(?:elements|site\/src\/browser)\/.* (?:h|\w+\.append|\w+\.replaceChildren)\(/

const built = new Set(['node_modules', 'dist', '.astro'])
const sources = globSync(`{${[...packages, 'site/src'].join(',')}}/**/*.{ts,tsx}`, {
  cwd: root,
  exclude: (path) => built.has(basename(path)),
})

const calls = sources.flatMap((file) =>
  spreadCalls(file, readFileSync(join(root, file), 'utf8')).map(({line, text}) => ({
    place: `${file}:${line}`,
    key: `${file} ${text}`,
  })),
)

test('no source spreads a list of unknown length into a call, which a long list would make throw', () => {
  const unknown = calls.filter(({key}) => !(key in bounded) && !ofNodes.test(key))
  expect(unknown).toEqual([])
})

test('every exception is still in a source, so that the list of exceptions does not grow old', () => {
  const keys = new Set(calls.map(({key}) => key))
  expect(Object.keys(bounded).filter((key) => !keys.has(key))).toEqual([])
})

test.each([
  ['Math.min(0, ...starts)', 'Math.min(...starts)'],
  ['all.push(...events.map(read), last)', 'all.push(...events.map(read))'],
  ['new Set(...lists)', 'Set(...lists)'],
  ['reports?.push(...more)', 'reports?.push(...more)'],
])('the guard reports %s', (planted, text) => {
  expect(spreadCalls('planted.ts', `const before = 1\n${planted}\n`)).toEqual([{line: 2, text}])
})

test.each(['Math.min(...[a, b])', '[...starts, last]', 'call({...options})'])(
  'the guard accepts %s, because its length is in the source or it is no call',
  (line) => {
    expect(spreadCalls('planted.ts', line)).toEqual([])
  },
)
