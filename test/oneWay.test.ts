import {globSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {describe, expect, test} from 'vitest'

import {packages} from '../scripts/packages.ts'
import {root} from './support/workspaces.ts'

interface Way {
  /** The thing that has one place. */
  what: string
  /** Matches a second way in a source. */
  pattern: RegExp
  /** Files that may match. A comment gives the reason where the name does not. */
  allowed: RegExp
  /** Files that the rule applies to. Defaults to everything except tests, which also test rejected input. */
  within?: RegExp
  /** A line that the rule must report. */
  planted: string
}

const ways: Way[] = [
  {
    what: 'the API version',
    pattern: /\bapiVersion(?:: | = )['"`]\d|\bv20\d\d-\d\d-\d\d\//,
    // The guard's test sends versions that the lake rejects. Programs of the comparison do without our packages.
    allowed:
      /^(?:schemas\/apiVersion\.ts|test\/lake\/guard\.test\.ts|bench\/compare\/programs\/.*)$/,
    within: /^/,
    planted: `createClient({projectId, dataset, apiVersion: '2025-02-19'})`,
  },
  {
    what: 'the reader of arguments',
    pattern: /\bparseArgs\(/,
    // `npm create` downloads create-touchpoints without the command line, and `npx` the lake. Scripts are for developers.
    allowed: /^(?:cli\/readArguments|create\/main|lake\/cli\/readArguments|scripts\/.*)\.ts$/,
    planted: `const {values} = parseArgs({args, options})`,
  },
  {
    what: 'the process behind a command',
    pattern: /\bprocess\.(?:argv|cwd|env|exit|exitCode|on|stderr|stdout)\b|\bconsole\.\w+\(/,
    // `startProgram` names `process` in the source of the program that it starts. `runMachineProgram` is a program.
    allowed:
      /^cli\/(?:main|processShell|stopOnSignals|dev\/startProgram|dev\/runMachineProgram)\.ts$/,
    within: /^cli\//,
    planted: `console.log('Ready')`,
  },
  {
    what: 'the writer to the console',
    // Not the lines of comments: these are examples.
    pattern: /^(?!\s*(?:\*|\/\/)).*\bconsole\.\w+\(/,
    allowed: /^loaders\/logger\.ts$/,
    within: /^(?:calendar|loaders|schemas|importers|words)\//,
    planted: `console.warn(describeProblem(problem))`,
  },
  {
    what: 'the parser of instants',
    pattern:
      /isNaN\((?:Date\.parse\(|new Date\()|\\d\{4\}-(?:\\d\\d|\\d\{2\})-(?:\\d\\d|\\d\{2\})\)?T/,
    // The lake imports no other package. A local time of events.json is not an instant.
    allowed: /^(?:calendar\/time\/parseInstant|lake\/instant|loaders\/feeds\/eventsFormat)\.ts$/,
    planted: `if (/^\\d{4}-\\d\\d-\\d\\dT.*Z$/.test(now) && !Number.isNaN(Date.parse(now))) return now`,
  },
  {
    what: 'the cache of recently used things',
    pattern: /const \[oldest\w*\] = /,
    allowed: /^$/,
    planted: `const [oldest] = kept.keys()`,
  },
  {
    what: 'the writer of event streams',
    pattern: /['"`]text\/event-stream/,
    // Two: the lake installs without the loaders, and no library limits what is unread.
    allowed: /^(?:lake\/events\/serverSentEvent|loaders\/preview\/eventStream)\.ts$/,
    planted: `headers: {'content-type': 'text/event-stream'}`,
  },
  {
    what: 'the map from faults to HTTP statuses',
    pattern: /(?:\bstatus\w*: |Error\(|\brefuse\(|\.status\()[1-5]\d\d\b|\bApiError\(/,
    allowed: /^lake\/(?:http|routes)\//,
    within: /^lake\//,
    planted: `throw requestError(409, 'was used before')`,
  },
  {
    what: 'the line of text for a problem',
    pattern: /\$\{(?:problem\.)?documentType\} \$\{(?:problem\.)?documentId\}/,
    allowed: /^loaders\/describeProblem\.ts$/,
    planted: 'return `${problem.documentType} ${problem.documentId}: ${problem.message}`',
  },
  {
    what: 'the reason in a thrown value',
    pattern: /instanceof Error \? \w+\.message : String\(/,
    // One for each package that uses it several times: neither may import the other.
    allowed: /^(?:cli|lake)\/reasonOf\.ts$/,
    within: /^(?:cli|lake)\//,
    planted: `const reason = error instanceof Error ? error.message : String(error)`,
  },
  {
    what: 'the test for a type of zod',
    // By name: a class that is reached by `z.core` adds all of zod to a bundle of esbuild.
    pattern: /\binstanceof (?:z\.core\.)?\$Zod|\bz\.core\.(?!(?:in|out)put\b)[a-z]/,
    allowed: /^$/,
    planted: `if (schema instanceof z.core.$ZodObject) return schema._zod.def.shape`,
  },
  {
    what: 'the unescaper of iCalendar text',
    pattern: /replace(?:All)?\(\/\\\\[([]+[\\,;nN]/,
    allowed: /^calendar\/text\/unescapeText\.ts$/,
    within: /^(?:calendar|loaders|importers|cli)\//,
    planted: String.raw`return title.replaceAll(/\\([,;\\])/g, '$1')`,
  },
  {
    what: 'the writer of what a browser follows or runs',
    pattern:
      /\.(?:action|formAction|href|innerHTML|outerHTML|src|srcdoc|srcset)\s*\+?=(?![=>])|\.setAttribute(?:NS)?\((?!'(?:role|data-|aria-))|\.(?:insertAdjacentHTML|createContextualFragment|setHTMLUnsafe)\(|\bdocument\.write|\blocation\.(?:assign|replace)\(|\b(?:window|document|globalThis)\.location\s*=[^=>]|\bwindow\.open\(/,
    // `h` of the elements has a type for each attribute. The player checks its host.
    allowed: /^(?:elements\/dom|site\/src\/browser\/(?:leaveTo|ownLink|playOnClick))\.ts$/,
    within: /^(?:elements|site|studio)\//,
    planted: `link.href = event.url`,
  },
  {
    what: 'the writer of dates, numbers and lists for visitors',
    pattern:
      /\bnew Intl\.(?:DateTimeFormat|NumberFormat|ListFormat|PluralRules)\((?!\))|\.toLocale(?:Date|Time)?String\(/,
    // The elements also write dates in languages without a catalog.
    allowed: /^elements\/(?:moments|zones)\.ts$/,
    within: /^(?:elements|loaders|site)\//,
    planted: `return new Intl.DateTimeFormat('en-GB', {timeZone}).format(at)`,
  },
  {
    what: 'the word for a status',
    pattern:
      /^(?!\s*(?:\*|\/\/)).*(?:['"`>(](?:Tentative|Planned|Cancell?ed|To be announced|Live now|Not confirmed)(?:['"`<)]|[.:] ?(?:['"`]|\$\{))|['"`](?:canceled|to be announced|not confirmed)['"`])/,
    // The calendar package is below the words. Titles in calendars begin with such a word, in many languages. The
    // importer writes the title of a session without a topic.
    allowed:
      /^(?:words\/catalogs\/\w+|calendar\/merge\/statusNames|calendar\/series\/cancelledTitle|importers\/markdown\/sessions\/addSession)\.ts$/,
    planted: `<span class="tag">{status === 'planned' ? 'Planned' : 'Canceled'}</span>`,
  },
  {
    what: 'the host of the site',
    // A page may use the path and the query of a request. Its host is what the sender wrote.
    pattern: /\bAstro\.url\b(?!\.(?:pathname|search)\b)|\bAstro\.request\.url|\bsiteUrl\)\.href/,
    allowed: /^site\/src\/links\/absoluteUrl\.ts$/,
    within: /^site\/src\//,
    planted: `const canonical = new URL(path, Astro.url).href`,
  },
]

const folders = [...packages, 'bench', 'examples', 'scripts', 'site', 'test'].join(',')
const built = new Set(['node_modules', 'dist', '.astro', '.next', '.touchpoints'])
// This file contains a second way of everything.
const sources = globSync(`{${folders}}/**/*.{ts,tsx,astro}`, {
  cwd: root,
  exclude: (path) => built.has(basename(path)),
})
  .filter((file) => file !== 'test/oneWay.test.ts')
  .map((file) => ({file, text: readFileSync(join(root, file), 'utf8')}))

/** Returns the `file:line` of each second way. */
function secondWays(
  {pattern, allowed, within = /^(?!test\/)/}: Way,
  file: string,
  text: string,
): string[] {
  if (allowed.test(file) || !within.test(file)) return []
  return text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? `${file}:${index + 1} ${line.trim()}` : []))
}

test('the scan reads every folder, so that it does not pass because it reads nothing', () => {
  const seen = new Set(sources.map(({file}) => file.split('/')[0]))
  expect(seen).toEqual(new Set(folders.split(',')))
})

describe.each(ways)('one way: $what', (way) => {
  test('no source has a second one, so that one change is enough', () => {
    const second = sources.flatMap(({file, text}) => secondWays(way, file, text))
    expect(second).toEqual([])
  })

  test('a planted one is reported, and its own place is not', () => {
    const place = [
      'cli/planted.ts',
      'lake/planted.ts',
      'site/src/planted.ts',
      'loaders/planted.ts',
    ].find((file) => way.within?.test(file) ?? true)
    expect(secondWays(way, place ?? '', `\n${way.planted}\n`)).toEqual([
      `${place}:2 ${way.planted}`,
    ])
  })

  test('its own place exists and matches the pattern, so that the rule is not empty', () => {
    if (way.allowed.source === '^$') return
    const own = sources.filter(({file}) => way.allowed.test(file))
    const everywhere = {...way, allowed: /^$/, within: /^/}
    const matches = own.flatMap(({file, text}) => secondWays(everywhere, file, text))
    expect(matches).not.toEqual([])
  })
})
