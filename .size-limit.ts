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
  ['@touchpoints/calendar/rhythm', '52 kB'],
  ['@touchpoints/calendar/formats', '540 B'],
  // Seven languages are 25 kB of it, and the library for plurals is 10 kB.
  ['@touchpoints/words', '60 kB'],
  ['@touchpoints/words/catalog', '26 kB'],
  ['@touchpoints/words/dates', '1.8 kB'],
  ['@touchpoints/words/plain', '5 kB'],
  ['@touchpoints/schemas', '101 kB'],
  ['@touchpoints/schemas/defaults', '200 B'],
  ['@touchpoints/schemas/language-tag', '230 B'],
  ['@touchpoints/schemas/path-text', '300 B'],
  ['@touchpoints/schemas/registry', '900 B'],
  ['@touchpoints/schemas/appearance', '450 B'],
  ['@touchpoints/schemas/migration', '4.3 kB'],
  ['@touchpoints/schemas/reading', '9.8 kB'],
  ['@touchpoints/schemas/rules', '57 kB'],
  ['@touchpoints/schemas/scalars', '7.3 kB'],
  ['touchpoints', '78 kB'],
  // For tests: the compiler of Sanity's schemas and the types of GROQ.
  ['touchpoints/drift', '128 kB'],
  // Most of it are the classes of zod that its checks compare with.
  ['touchpoints/extend', '9.2 kB'],
  // 900 B are the values that a project adds to an event.
  ['touchpoints/events-json', '11 kB'],
  ['touchpoints/feeds', '119 kB'],
  ['touchpoints/preview', '10 kB'],
  ['touchpoints/rules', '57 kB'],
  // The words of feeds and dates in seven languages are 3.2 kB of this one, Next and Hugo.
  // 10 kB recognize join details in what an extension publishes. A site has them in its loader anyway.
  ['touchpoints/http', '72 kB'],
  ['touchpoints/last-good', '10 kB'],
  ['touchpoints/node', '1.5 kB'],
  ['touchpoints/astro', '15 kB'],
  ['touchpoints/next', '60 kB'],
  ['touchpoints/next/live', '600 B'],
  ['touchpoints/next/visual-editing', '500 B'],
  // Has every word, for the shortcodes.
  ['touchpoints/hugo', '86 kB'],
  // 3.8 kB are the words in seven languages, 8 kB the library for formats. The week, the list and the
  // properties are 2.4 kB.
  ['@touchpoints/elements', '25 kB'],
  ['@touchpoints/elements/react', '25 kB'],
  ['@touchpoints/elements/preact', '25 kB'],
  ['@touchpoints/elements/solid', '25 kB'],
  ['@touchpoints/elements/svelte', '25 kB'],
  ['@touchpoints/elements/vue', '25 kB'],
  ['@touchpoints/elements/html', '18 kB'],
])

/** Doors that import modules built into Node: these are not part of the bundle. */
const onNode = new Set([
  '@touchpoints/calendar/fetch',
  '@touchpoints/calendar/fetch/worker',
  '@touchpoints/calendar/second-reading',
  'touchpoints/hugo',
  'touchpoints/node',
])

/** Doors with a part that is imported when it is first used: it has a limit of its own. */
const importedLate: ReadonlyMap<string, string[]> = new Map([
  // A loader without a reader of feeds merges sessions and cadences itself.
  ['touchpoints', ['@touchpoints/calendar/merge']],
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
    // 19.4 kB, and 12 kB to recognize rooms, passcodes and numbers in the texts of members' meetings. That
    // is in the core, because a loader without it would publish them. The deadline, the checks of an
    // answer, health and the last good answers are 1.3 kB.
    // 2.2 kB are the community, groups with roles, cadences and translations.
    limit: '36 kB',
  },
  {
    name: 'the views of touchpoints, without a client',
    path: 'loaders/views/index.ts',
    gzip: true,
    limit: '12.6 kB',
  },
] satisfies SizeLimitConfig
