import type {Results} from './results.ts'

const titles: Readonly<Record<string, string>> = {
  touchpoints: 'touchpoints',
  byHand: 'by hand',
  nextSanity: 'next-sanity',
  sanityAstro: '@sanity/astro',
  fullCalendar: 'FullCalendar',
}

type Program = Results['programs'][string]

const rows: readonly [title: string, value: (program: Program) => string][] = [
  ['lines of the page', ({lines}) => String(lines)],
  ['packages installed', ({packages}) => String(packages)],
  ['installed size, MB', ({megabytes}) => String(megabytes)],
  ['script for visitors, kB gzip', ({shippedKilobytes}) => String(shippedKilobytes)],
  ['calendars with every date right', ({calendarCases}) => scoreOf(calendarCases)],
  ['faulty feeds read right', ({feedCases}) => scoreOf(feedCases)],
  ['merges shown right', ({mergedEvents}) => scoreOf(mergedEvents)],
  ['merges shown and reported right', ({mergesReported}) => scoreOf(mergesReported)],
]

/** Returns the lines of the Markdown table of docs/compare. A test compares the two. */
export function tableOf({programs}: Results, names: readonly string[]): string[] {
  const columns = names.flatMap((name) => programs[name] ?? [])
  return [
    line(['', ...names.map((name) => titles[name] ?? name)]),
    line(['---', ...names.map(() => '---')]),
    ...rows.map(([title, value]) => line([title, ...columns.map(value)])),
  ]
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`.replace('|  |', '| |')
}

function scoreOf({right, of}: Program['calendarCases']): string {
  return `${right} of ${of}`
}
