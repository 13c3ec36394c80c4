import {builtinModules} from 'node:module'
import type {SizeLimitConfig} from 'size-limit'

import {workspaces} from './test/support/workspaces.ts'

/** The packages that a browser may load. */
const browserFacing = ['calendar', 'words', 'schemas', 'loaders', 'elements']

/**
 * Size of everything that a door exports, with all dependencies, minified and gzipped. A limit is about
 * a tenth above what was measured when it was set.
 */
const limits: ReadonlyMap<string, string> = new Map([
  // rrule-temporal is 60 kB of it.
  ['@touchpoints/calendar', '129 kB'],
  ['@touchpoints/calendar/audit', '54 kB'],
  ['@touchpoints/calendar/fetch', '316 kB'],
  ['@touchpoints/calendar/fetch/plain', '143 kB'],
  ['@touchpoints/calendar/fetch/worker', '316 kB'],
  ['@touchpoints/calendar/links', '11 kB'],
  ['@touchpoints/calendar/merge', '44 kB'],
  ['@touchpoints/calendar/option-names', '1 kB'],
  ['@touchpoints/calendar/plain-text', '220 B'],
  ['@touchpoints/calendar/problems', '230 B'],
  // node-ical runs in a process of its own, and is not part of it.
  ['@touchpoints/calendar/second-reading', '114 kB'],
  ['@touchpoints/calendar/time', '27 kB'],
  // 4.8 kB read one moment in words, with names of zones.
  ['@touchpoints/calendar/rhythm', '58 kB'],
  ['@touchpoints/calendar/formats', '555 B'],
  // Seven languages are 28 kB of it, with the pages, the search and the list of what is on. The library for plurals
  // is 10 kB.
  ['@touchpoints/words', '62.2 kB'],
  ['@touchpoints/words/catalog', '29.5 kB'],
  ['@touchpoints/words/dates', '1.8 kB'],
  // The words for statuses are in it, for everyone who shows one.
  ['@touchpoints/words/plain', '5.4 kB'],
  ['@touchpoints/schemas', '101 kB'],
  ['@touchpoints/schemas/defaults', '200 B'],
  ['@touchpoints/schemas/language-tag', '230 B'],
  ['@touchpoints/schemas/path-text', '300 B'],
  ['@touchpoints/schemas/registry', '900 B'],
  ['@touchpoints/schemas/appearance', '450 B'],
  ['@touchpoints/schemas/migration', '4.3 kB'],
  ['@touchpoints/schemas/reading', '9.8 kB'],
  ['@touchpoints/schemas/rules', '58.5 kB'],
  ['@touchpoints/schemas/scalars', '7.3 kB'],
  // 41 kB are @sanity/client. For the rest see below.
  ['touchpoints', '84.5 kB'],
  // For tests: the compiler of Sanity's schemas and the types of GROQ.
  ['touchpoints/drift', '128 kB'],
  // 2 kB are the names of fields and properties, and the check of GROQ, which report a misspelled one.
  ['touchpoints/extend', '6.4 kB'],
  // 900 B are the values that a project adds to an event.
  ['touchpoints/events-json', '9.5 kB'],
  ['touchpoints/feeds', '119 kB'],
  // 700 B refuse misspelled and wrong options, here and in touchpoints/last-good.
  ['touchpoints/preview', '10.7 kB'],
  // 300 B find the known mistakes in more wordings, here and in @touchpoints/schemas/rules.
  ['touchpoints/rules', '58.3 kB'],
  // The words of feeds and dates in seven languages are 3.2 kB of this one, Next and Hugo. 800 B refuse misspelled and
  // wrong options. 500 B are the address and the policy of `embed.html`; the page is imported late.
  ['touchpoints/http', '59.5 kB'],
  ['touchpoints/last-good', '10.9 kB'],
  ['touchpoints/node', '1.5 kB'],
  ['touchpoints/astro', '15 kB'],
  ['touchpoints/next', '47.5 kB'],
  ['touchpoints/next/live', '600 B'],
  ['touchpoints/next/visual-editing', '500 B'],
  // Each has every word, for the templates.
  ['touchpoints/files', '73.5 kB'],
  ['touchpoints/hugo', '72 kB'],
  ['touchpoints/jekyll', '72 kB'],
  // 3.8 kB are the words in seven languages, 8 kB the library for formats. The week, the list and the
  // properties are 2.4 kB.
  ['@touchpoints/elements', '24.2 kB'],
  ['@touchpoints/elements/react', '24.2 kB'],
  ['@touchpoints/elements/preact', '24.2 kB'],
  ['@touchpoints/elements/solid', '24.2 kB'],
  ['@touchpoints/elements/svelte', '24.2 kB'],
  ['@touchpoints/elements/vue', '24.2 kB'],
  ['@touchpoints/elements/html', '17 kB'],
])

/** Doors that import modules built into Node: these are not part of the bundle. */
const onNode = new Set([
  '@touchpoints/calendar/fetch',
  '@touchpoints/calendar/fetch/worker',
  '@touchpoints/calendar/second-reading',
  'touchpoints/files',
  'touchpoints/hugo',
  'touchpoints/jekyll',
  'touchpoints/node',
])

/** A loader without a reader of feeds merges sessions and cadences itself. */
const merge = '@touchpoints/calendar/merge'

/** Imported by the first query of a preview, of a loader with an extension, and of `loader.read`. */
const lateInLoader = [
  './preview/readLeniently.ts',
  './extension/addedFields.ts',
  './methods/readView.ts',
]

/** What an extension publishes, nearly all of which recognizes join details. A site has that in its loader anyway. */
const additions = '../extension/additions.ts'

/** The page for other sites, when it is first requested. */
const embedContent = './embedContent.ts'

/** Doors with parts that are imported when they are first used, by the specifier. A check below has the parts. */
const importedLate: ReadonlyMap<string, string[]> = new Map([
  ['touchpoints', [merge, ...lateInLoader]],
  ['touchpoints/http', [additions, embedContent]],
  ['touchpoints/next', [additions, embedContent]],
  ['touchpoints/files', [additions]],
  ['touchpoints/hugo', [additions]],
  ['touchpoints/jekyll', [additions]],
])

/** Doors that a site imports beside these packages of its own. */
const peers: ReadonlyMap<string, string[]> = new Map([
  ['touchpoints/next/live', ['next', 'react']],
  ['touchpoints/next/visual-editing', ['@sanity/visual-editing', 'next', 'react']],
])

const builtIn = builtinModules.flatMap((name) => [name, `node:${name}`])

const doors = workspaces()
  .filter(({folder}) => browserFacing.includes(folder))
  .flatMap(({doors: own}) => [...own])

export default [
  ...doors.map(([name, path]) => {
    const limit = limits.get(name)
    return {
      name: limit ? name : `${name}: no limit in .size-limit.ts yet, add one`,
      path,
      gzip: true,
      limit: limit ?? '1 B',
      ignore: [
        ...(onNode.has(name) ? builtIn : []),
        ...(importedLate.get(name) ?? []),
        ...(peers.get(name) ?? []),
      ],
    }
  }),
  {
    name: 'touchpoints, without @sanity/client',
    path: 'loaders/index.ts',
    ignore: ['@sanity/client', ...(importedLate.get('touchpoints') ?? [])],
    gzip: true,
    // 25 kB, and:
    // 10 kB recognize rooms, passcodes and numbers in the texts of members' meetings. That is in the core, because a
    // loader without it would publish them.
    // 2.1 kB are retries, and what is wrong with a connection and what to do.
    // 1.3 kB refuse misspelled and wrong options.
    // 600 B read valid items in one pass, which takes half the time. 30 B keep the text of the query of a page.
    // 2.2 kB are the community, groups with roles, cadences and translations.
    limit: '43.1 kB',
  },
  {
    name: 'touchpoints, without @sanity/client, with what it imports late',
    path: 'loaders/index.ts',
    ignore: ['@sanity/client', merge],
    gzip: true,
    limit: '55.5 kB',
  },
  {
    name: 'touchpoints/http, with what it imports late',
    path: 'loaders/adapters/http/index.ts',
    gzip: true,
    limit: '76 kB',
  },
  {
    name: 'the views of touchpoints, without a client',
    path: 'loaders/views/index.ts',
    gzip: true,
    // 100 B print the added fields of an extension.
    limit: '12.8 kB',
  },
] satisfies SizeLimitConfig
