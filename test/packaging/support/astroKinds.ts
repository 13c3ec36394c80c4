import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {plant} from './plant.ts'
import {astroTypeErrors} from './astroProject.ts'

/** Files of a site that has a collection of every kind, with added fields and an added document type. */
const files = {
  'src/kinds/extension.ts': `
import {defineExtension} from 'touchpoints/extend'
import * as z from 'zod'

export const venueView = z.object({
  _id: z.string(),
  _type: z.literal('venue'),
  name: z.string(),
  capacity: z.number().nullable(),
})

export const extension = defineExtension({
  fields: {
    touchpoint: {
      fields: [{name: 'level', type: 'string'}],
      view: z.object({level: z.enum(['beginner', 'advanced']).nullable()}),
    },
  },
})
`,
  'src/kinds/loader.ts': `
import {createLoader} from 'touchpoints'

import {extension} from './extension.ts'

export const loader = createLoader({
  projectId: 'touchpoints',
  dataset: 'production',
  apiHost: process.env['SANITY_API_HOST'],
  extension,
})
`,
  'src/content.config.ts': `
import {defineCollection} from 'astro:content'
import {touchpointsLoader} from 'touchpoints/astro'

import {venueView} from './kinds/extension.ts'
import {loader} from './kinds/loader.ts'

export const collections = {
  touchpoints: defineCollection({loader: touchpointsLoader({loader, collection: 'touchpoints'})}),
  series: defineCollection({loader: touchpointsLoader({loader, collection: 'series'})}),
  people: defineCollection({loader: touchpointsLoader({loader, collection: 'guests'})}),
  workingGroups: defineCollection({
    loader: touchpointsLoader({loader, collection: 'workingGroups'}),
  }),
  recordings: defineCollection({loader: touchpointsLoader({loader, collection: 'recordings'})}),
  calendars: defineCollection({loader: touchpointsLoader({loader, collection: 'calendars'})}),
  venues: defineCollection({loader: touchpointsLoader({loader, view: venueView})}),
}
`,
  'src/live.config.ts': `
import {defineLiveCollection} from 'astro:content'
import {touchpointsLiveLoader} from 'touchpoints/astro'

import {venueView} from './kinds/extension.ts'
import {loader} from './kinds/loader.ts'

export const collections = {
  liveTouchpoints: defineLiveCollection({
    loader: touchpointsLiveLoader({loader, collection: 'touchpoints'}),
  }),
  liveGuests: defineLiveCollection({loader: touchpointsLiveLoader({loader, collection: 'guests'})}),
  liveVenues: defineLiveCollection({loader: touchpointsLiveLoader({loader, view: venueView})}),
}
`,
}

/** Gives a site a collection of every kind, in place of the collections that it has. */
export async function writeAstroKinds(folder: string): Promise<void> {
  await mkdir(join(folder, 'src/kinds'), {recursive: true})
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text)
}

/** One statement for each kind of collection. The first part has the right type, the second a wrong one. */
const statements = [
  [`(await getCollection('touchpoints'))[0]?.data.title`, 'string', 'number'],
  [
    `(await getCollection('touchpoints'))[0]?.data.level`,
    `'beginner' | 'advanced' | null`,
    'number',
  ],
  [`(await getCollection('series'))[0]?.data.title`, 'string', 'number'],
  [`(await getCollection('people'))[0]?.data.name`, 'string', 'number'],
  [`(await getCollection('workingGroups'))[0]?.data.title`, 'string', 'number'],
  [`(await getEntry('recordings', 'any'))?.data._type`, `'recording'`, 'number'],
  [`(await getEntry('calendars', 'any'))?.data.slug`, 'string', 'number'],
  [`(await getCollection('venues'))[0]?.data.capacity`, 'number | null', 'string'],
  [
    `(await getLiveCollection('liveTouchpoints', {when: 'upcoming'})).entries?.[0]?.data.title`,
    'string',
    'number',
  ],
  [
    `(await getLiveEntry('liveTouchpoints', 'any')).entry?.data.level`,
    `'beginner' | 'advanced' | null`,
    'number',
  ],
  [`(await getLiveEntry('liveGuests', {id: 'any'})).entry?.data.name`, 'string', 'number'],
  [
    `(await getLiveCollection('liveVenues', {filter: 'true'})).entries?.[0]?.data.capacity`,
    'number | null',
    'string',
  ],
] as const

const head = `import {getCollection, getEntry, getLiveCollection, getLiveEntry} from 'astro:content'

type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const exact = <Type>() => <Value>(value: Value, same: Is<Exclude<Value, undefined>, Type>) => [value, same]
`

/** Type errors of a source that takes every value for what it is, exactly. `any` is an error. */
export function exactAstroErrors(folder: string): Promise<string[]> {
  const lines = statements.map(([value, type]) => `exact<${type}>()(${value}, true)`)
  return errorsWith(folder, [head, ...lines].join('\n'))
}

/** The lines of the errors of a source that takes the value of each kind for something else. */
export async function plantedKinds(folder: string): Promise<{lines: number[]; planted: number[]}> {
  const lines = statements.map(
    ([value, , wrong], index) => `export const wrong${index}: ${wrong} | undefined = ${value}`,
  )
  // A filter that the method does not have, and one for a method without filters.
  const filters = [
    `await getLiveCollection('liveTouchpoints', {serie: 'any'})`,
    `await getLiveCollection('liveGuests', {series: 'any'})`,
  ]
  const first = head.split('\n').length + 1
  const all = [...lines, ...filters]
  const errors = await errorsWith(folder, [head, ...all].join('\n'))
  return {
    lines: errors.map((error) => Number(/^src\/planted\.ts\((\d+),/.exec(error)?.[1])),
    planted: all.map((_, index) => first + index),
  }
}

function errorsWith(folder: string, text: string): Promise<string[]> {
  return plant(join(folder, 'src/planted.ts'), text, () => astroTypeErrors(folder))
}
