import {existsSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'
import {cadenceDates, checkCadence} from '../../../../calendar/time/index.ts'
import {kubernetesAndRust} from './kubernetesAndRust.ts'
import {otherCommunities} from './otherCommunities.ts'
import type {Rhythms} from './rhythm.ts'
import {scientificPythonAndFinos} from './scientificPythonAndFinos.ts'

/** How communities announce their meetings, with the first six starts by their words. */
const shared = resolve(import.meta.dirname, '../../../../../shared/communities/cadences.json')
/** A copy for a checkout without the shared folder. A line has the id, the day to count from and the starts. */
const copy = resolve(import.meta.dirname, 'starts.txt')

const rhythm = z.object({
  id: z.string(),
  from: z.nullable(z.string()),
  first6: z.nullable(z.array(z.string())),
})

type Starts = Record<string, {from: string; starts: string[]}>

function readCopy(): Starts {
  const lines = readFileSync(copy, 'utf8').trim().split('\n')
  return Object.fromEntries(
    lines.map((line) => {
      const [id = '', from = '', ...starts] = line.split(' ')
      return [id, {from, starts}]
    }),
  )
}

function readShared(): Starts {
  const rhythms = z.array(rhythm).parse(JSON.parse(readFileSync(shared, 'utf8')))
  return Object.fromEntries(
    rhythms.flatMap(({id, from, first6}) =>
      from !== null && first6 !== null ? [[id, {from, starts: first6}]] : [],
    ),
  )
}

const copied = readCopy()
const expected = existsSync(shared) ? readShared() : copied
const rhythms: Rhythms = {...kubernetesAndRust, ...scientificPythonAndFinos, ...otherCommunities}

describe('the rhythms of real communities', () => {
  test.each(Object.entries(expected))('%s has its first six starts', (id, {from, starts}) => {
    const cadence = rhythms[id]
    expect(cadence).toBeDefined()
    if (!cadence) return
    const dates = cadenceDates(cadence, {from: `${from}T00:00:00Z`, count: 6})
    expect(dates.map(({start}) => start)).toEqual(starts)
    expect(checkCadence(cadence).filter(({level}) => level === 'error')).toEqual([])
  })

  test('each cadence has a rhythm, so no one is tested by mistake only', () => {
    expect(Object.keys(rhythms).toSorted()).toEqual(Object.keys(expected).toSorted())
  })
})

test.skipIf(!existsSync(shared))(
  'the copy of the starts is current (skipped without ../shared/communities)',
  () => {
    expect(copied).toEqual(readShared())
  },
)
