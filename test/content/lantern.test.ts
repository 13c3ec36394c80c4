import {existsSync} from 'node:fs'
import {cadenceOf} from '@touchpoints/schemas/reading'
import {checkDataset} from '@touchpoints/schemas/rules'
import * as scalars from '@touchpoints/schemas/scalars'
import {createLoader} from 'touchpoints'
import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'

import {publicFieldOf} from '../../loaders/audience/publicFields.ts'
import {cadenceDates, checkCadence} from '../../calendar/time/index.ts'
import {memoryClient} from '../support/memoryClient.ts'
import {readContent, type StoredDocument} from '../support/readContent.ts'

/** The sessions are dated, so what is past and what is next depends on the day. */
const now = '2026-11-17T10:00:00Z'

const documents = readContent('lantern')
const text = JSON.stringify(documents)
const ofType = (type: string) => documents.filter(({_type}) => _type === type)

describe('the sample that is made up', () => {
  test('has no finding on the day it was made', () => {
    const findings = checkDataset(documents, {now})
    expect(findings.map(({documentId, code, level}) => [documentId, code, level])).toEqual([])
  })

  test.each([
    ['phase', scalars.workingGroupPhase],
    ['lifecycle', scalars.lifecycle],
    ['meets', scalars.meets],
    ['audience', scalars.audience],
    ['monthlyOn', scalars.monthlyOn],
    ['weeks', scalars.weekParity],
    ['kind', scalars.exceptionKind],
    ['availability', scalars.availability],
    ['status', scalars.touchpointStatus],
  ])('has an example of each value of %s', (field, {options}) => {
    const pairs = text.matchAll(new RegExp(`"${field}":"([^"]+)"`, 'g'))
    const examples = new Set([...pairs].map(([, value]) => value))
    expect([...options].filter((option) => !examples.has(option))).toEqual([])
  })

  test('has translations in all its other languages, wherever it has one', () => {
    const [, ...others] = languages()
    expect(others).toHaveLength(4)
    const lists = translationsIn(documents)
    expect(lists.length).toBeGreaterThan(100)
    expect(lists.filter((list) => list.join() !== others.join())).toEqual([])
  })

  test('has links to hosts that cannot exist, because nothing of it is real', () => {
    const hosts = [...text.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host = '']) => host)
    expect(hosts.length).toBeGreaterThan(100)
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([])
  })

  test('has the images that its documents name', () => {
    const images = [...text.matchAll(/"image@file:\/\/\.\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(images).toEqual(['images/logo.png', 'images/icon.png'])
    const folder = new URL('../../content/lantern/', import.meta.url)
    expect(images.filter((path) => !existsSync(new URL(path, folder)))).toEqual([])
  })

  test('has cadences without faults or exceptions on other days', () => {
    const cadences = ofType('series').flatMap(({_id, cadence}) =>
      cadence === undefined ? [] : [{_id, cadence: cadenceOf(cadence)}],
    )
    expect(cadences.length).toBeGreaterThan(20)
    const faulty = cadences.filter(({cadence}) => !cadence || checkCadence(cadence).length > 0)
    expect(faulty.map(({_id}) => _id)).toEqual([])
  })

  test('has sessions on the dates of their series', () => {
    const series = new Map(ofType('series').map(({_id, cadence}) => [_id, cadenceOf(cadence)]))
    const offDates = ofType('touchpoint').flatMap(({_id, series: its, schedule}) => {
      const cadence = series.get(String(Reflect.get(Object(its), '_ref')))
      const from = String(Reflect.get(Object(schedule), 'start'))
      if (!cadence) return []
      const [first] = cadenceDates(cadence, {from, count: 1})
      return Date.parse(first?.start ?? '') === Date.parse(from) ? [] : [_id]
    })
    expect(offDates).toEqual([])
  })

  test('has sessions before and after that day', () => {
    const starts = ofType('touchpoint').map(({schedule}) =>
      Date.parse(String(Reflect.get(Object(schedule), 'start'))),
    )
    const at = Date.parse(now)
    expect(starts.filter((start) => start < at).length).toBeGreaterThan(10)
    expect(starts.filter((start) => start > at).length).toBeGreaterThan(10)
  })
})

function languages(): string[] {
  return z.array(z.string()).parse(ofType('community')[0]?.['languages'])
}

/** Returns the languages of each list of translations, in its order. */
function translationsIn(value: readonly StoredDocument[]): string[][] {
  const lists: string[][] = []
  const visit = (each: unknown): void => {
    if (typeof each !== 'object' || each === null) return
    for (const [name, child] of Object.entries(each)) {
      if (/translations$/i.test(name) && Array.isArray(child)) {
        lists.push(child.map((item: unknown) => String(Reflect.get(Object(item), 'language'))))
      }
      visit(child)
    }
  }
  visit(value)
  return lists
}

/** Names of people, organizations and places, and words that are for other calendars or have translations. */
const named = new Set([
  'name',
  'shortName',
  'alt',
  'workspace',
  'defaultTitle',
  'singular',
  'now',
  'plural',
])

/** Returns the texts of a page that its visitors read, except names. */
function wordsIn(page: unknown): string[] {
  const words: string[] = []
  const visit = (value: unknown, property: string): void => {
    if (typeof value === 'string') {
      const isWord = ['text', 'label'].includes(publicFieldOf(property)) && !named.has(property)
      if (isWord && !choices.has(value)) words.push(value)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value))
        visit(child, Array.isArray(value) ? property : key)
    }
  }
  visit(page, '')
  return words
}

/** Values of enums, which pages have words for. */
const choices = new Set<string>(
  [
    scalars.linkKind,
    scalars.channelKind,
    scalars.sectionKind,
    scalars.appearanceRole,
    scalars.agendaItemKind,
    scalars.organizationKind,
    scalars.exceptionKind,
  ].flatMap(({options}) => [...options]),
)

describe('a loader on the sample that is made up', () => {
  const stored = documents.map((each) => ({_updatedAt: '2026-11-01T00:00:00Z', ...each}))
  const client = memoryClient(stored)

  test.each(languages())('has no problem in %s, and a page with all sections', async (language) => {
    const loader = createLoader({client, language, now})
    const {data, problems} = await loader.meetingsPage()
    expect(problems).toEqual([])
    expect(data.page?.sections).toHaveLength(5)
    expect(data.workingGroups).toHaveLength(27)
    expect(data.recordings.length).toBeGreaterThan(8)
  })

  test.each(languages().slice(1))(
    'shows names only in two languages, one of them %s',
    async (language) => {
      const loader = createLoader({client, now, audience: 'members'})
      const [own, translated] = await Promise.all([
        loader.meetingsPage(),
        loader.inLanguage(language).meetingsPage(),
      ])
      const before = new Set(wordsIn(own.data))
      expect(before.size).toBeGreaterThan(200)
      const sameInBoth = new Set(wordsIn(translated.data).filter((word) => before.has(word)))
      expect([...sameInBoth].sort()).toEqual([])
    },
  )

  test('has a title of its own in each language', async () => {
    const loader = createLoader({client, now})
    const titles = languages().map(async (language) => {
      const {data} = await loader.inLanguage(language).meetingsPage()
      return data.page?.title
    })
    expect(new Set(await Promise.all(titles)).size).toBe(5)
  })
})
