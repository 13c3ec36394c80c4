import {describe, expect, test} from 'vitest'

import {loaderOf, series, session} from './smallCommunity.ts'

const guest = (name: string) => ({
  _id: `guest-${name}`,
  _type: 'guest',
  name,
  slug: {current: name},
})
const recording = (name: string, of: string) => ({
  _id: `recording-${name}`,
  _type: 'recording',
  title: name,
  slug: {current: name},
  availability: 'processing',
  touchpoint: {_ref: `session-${of}`},
})
const loader = loaderOf({
  documents: [
    series('weekly', 'Weekly'),
    series('monthly', 'Monthly'),
    guest('ada'),
    guest('grace'),
    session('first', '2026-03-10T14:00:00Z', {
      guests: [{_key: 'a', role: 'guest', guest: {_ref: 'guest-ada'}}],
    }),
    session('second', '2026-03-11T14:00:00Z'),
    recording('talk', 'first'),
    recording('demo', 'second'),
  ],
})
const slugs = ({data}: {data: readonly {slug: string}[]}) => data.map(({slug}) => slug)

describe('a page about one document reads that document alone', () => {
  test('a guest, a series and a recording by their slugs', async () => {
    expect(slugs(await loader.guests({slug: 'grace'}))).toEqual(['grace'])
    expect(slugs(await loader.series({slug: 'monthly'}))).toEqual(['monthly'])
    expect(slugs(await loader.recordings({slug: 'demo'}))).toEqual(['demo'])
    expect(slugs(await loader.guests()).toSorted()).toEqual(['ada', 'grace'])
  })

  test('the recordings of a guest, because a page about a person has them', async () => {
    expect(slugs(await loader.recordings({guest: 'ada'}))).toEqual(['talk'])
    expect(slugs(await loader.recordings({guest: 'grace'}))).toEqual([])
  })

  test.each([
    ['guest', () => loader.guests({slug: 'adda'}), 'ada'],
    ['series', () => loader.series({slug: 'weekli'}), 'weekly'],
    ['recording', () => loader.recordings({slug: 'talks'}), 'talk'],
  ])('a misspelled slug of a %s is a problem that names the near one', async (type, read, near) => {
    const {data, problems} = await read()
    expect(data).toEqual([])
    expect(problems.map(({message}) => message).join()).toMatch(
      new RegExp(`^No ${type} has the slug .* Did you mean "${near}"\\?$`),
    )
  })

  test('an undefined slug is an error, because it would select everything', async () => {
    const filter: object = {slug: undefined}
    await expect(loader.guests(filter)).rejects.toThrow('slug of guests is undefined')
    await expect(loader.series(filter)).rejects.toThrow('slug of series is undefined')
  })
})

describe('sessions by their ids', () => {
  test('are those of a list, because a page of an archive knows them from an index', async () => {
    const ids = ['session-second', 'session-nowhere']
    expect(slugs(await loader.touchpoints({ids}))).toEqual(['second'])
    expect(slugs(await loader.touchpoints({ids, series: 'monthly'}))).toEqual([])
    expect(slugs(await loader.touchpoints({ids: []}))).toEqual([])
  })

  test('that are no list of texts are an error, and so is undefined', async () => {
    const wrong: object = {ids: 'session-second'}
    await expect(loader.touchpoints(wrong)).rejects.toThrow('Use a list of texts.')
    const missing: object = {ids: undefined}
    await expect(loader.touchpoints(missing)).rejects.toThrow('ids of touchpoints is undefined')
  })
})

describe('the order of sessions', () => {
  test('is the soonest first, and the latest first for an archive', async () => {
    const window = {from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z'}
    expect(slugs(await loader.touchpoints({window}))).toEqual(['first', 'second'])
    expect(slugs(await loader.touchpoints({window, order: 'latest'}))).toEqual(['second', 'first'])
    const past = {when: 'past', now: '2026-06-01T00:00:00Z'} as const
    expect(slugs(await loader.touchpoints(past))).toEqual(['second', 'first'])
    expect(slugs(await loader.touchpoints({...past, order: 'soonest'}))).toEqual([
      'first',
      'second',
    ])
  })
})
