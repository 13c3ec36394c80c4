import {describe, expect, test} from 'vitest'

import {createLoader, type Perspective} from '../../../loaders/index.ts'
import {lastGood} from '../../../loaders/lastGood/index.ts'
import {series, translations, tuesdays} from '../smallCommunity.ts'
import {content, day, recordingStore, site, wednesday, type Setup} from './siteThatFails.ts'

const inSpanish = {
  titleTranslations: translations({es: 'Grupo'}),
  descriptionTranslations: translations({es: 'Descripción'}),
}
const failures = ['hang', 'refuse', 404, 429, 500, 503] as const

describe('a lake that fails', () => {
  test.each(failures)(
    '(%s) leaves the last good answer, which says since when and why',
    async (how) => {
      const {loader, lake, answers, time, errors} = site()
      const before = await loader.meetingsPage()
      await answers.settled()
      time.at += 60_000
      lake.fail(how)
      const after = await loader.meetingsPage()
      expect(before.stale).toBeUndefined()
      expect(after.stale).toEqual({since: '2024-03-27T12:00:00Z', reason: expect.any(String)})
      expect(after.problems).toMatchObject([{kind: 'stale', since: '2024-03-27T12:00:00Z'}])
      expect(after.problems[0]?.message).toContain('from 2024-03-27T12:00:00Z')
      const {now: _, ...data} = after.data
      const {now: __, ...same} = before.data
      expect({...data, window: undefined}).toEqual({...same, window: undefined})
      expect(after.syncTags).toEqual(before.syncTags)
      expect(errors).toMatchObject([{code: 'query'}])
    },
  )

  test('leaves every method its answer', async () => {
    const {loader, lake, answers} = site()
    const window = {from: '2024-03-01T00:00:00Z', to: '2024-05-01T00:00:00Z'}
    const read = () =>
      Promise.all([
        loader.touchpoints({slug: '2024-03-28-security-management'}),
        loader.touchpoints({when: 'upcoming', limit: 3}),
        loader.touchpoints({when: 'past'}),
        loader.touchpoints({window}),
        loader.nextTouchpoints(),
        loader.community(),
        loader.series(),
        loader.guests(),
        loader.workingGroups(),
        loader.recordings(),
        loader.calendars(),
        loader.events(window),
      ])
    const before = await read()
    await answers.settled()
    lake.fail('refuse')
    const after = await read()
    expect(after.map(({data}) => data)).toEqual(before.map(({data}) => data))
    expect(after.every(({stale}) => stale)).toBe(true)
    expect(after[1].total).toBe(before[1].total)
  })

  test('leaves each language its own answer', async () => {
    const translated = content.map((document) =>
      document._type === 'community' || document._type === 'workingGroup'
        ? {...document, ...inSpanish}
        : document,
    )
    const {loader, lake, answers} = site({documents: translated})
    const read = async (each: typeof loader) => [
      (await each.community()).data?.description,
      (await each.workingGroups()).data[0]?.title,
    ]
    const spanish = loader.inLanguage('es')
    const before = await read(loader)
    await read(spanish)
    await answers.settled()
    lake.fail('refuse')
    expect(await read(spanish)).toEqual(['Descripción', 'Grupo'])
    expect(await read(loader)).toEqual(before)
    await expect(loader.inLanguage('de').community()).rejects.toMatchObject({code: 'query'})
  })

  test('leaves a series its skipped and moved dates, although an answer is read twice', async () => {
    const exceptions = [
      {_key: 'a', kind: 'skipped', date: '2024-04-02', reason: 'Holiday'},
      {_key: 'b', kind: 'moved', date: '2024-04-09', toDate: '2024-04-10'},
    ]
    const cadence = {slots: [tuesdays], exceptions}
    const {loader, lake, answers} = site({
      documents: [{_updatedAt: '2024-01-01T00:00:00Z', ...series('a', 'A', {cadence})}],
    })
    const before = await loader.series()
    await answers.settled()
    lake.fail('refuse')
    const after = await loader.series()
    expect(before.data[0]?.cadence?.exceptions).toHaveLength(2)
    expect(after.data).toEqual(before.data)
    expect(after.problems).toMatchObject([{kind: 'stale'}])
  })

  test('is an error for a question that was never answered, and not an empty page', async () => {
    const {loader, lake} = site()
    await loader.series()
    lake.fail('hang')
    await expect(loader.guests()).rejects.toMatchObject({
      code: 'query',
      reason: 'deadline-exceeded',
      message: expect.stringContaining('did not answer in time (no answer within 0.02 s)'),
    })
    expect(lake.signals.at(-1)?.aborted).toBe(true)
  })

  test('that refuses the token is an error, because the dataset may have become private', async () => {
    const {loader, lake, answers} = site()
    await loader.series()
    await answers.settled()
    lake.fail(403)
    await expect(loader.series()).rejects.toMatchObject({reason: 'refused'})
    await expect(loader.series()).rejects.toMatchObject({reason: 'refused'})
  })

  test('that rejects one query is well, because the others are answered', async () => {
    const {loader, lake, answers} = site()
    await loader.series()
    await answers.settled()
    lake.fail(413)
    expect((await loader.series()).stale).toMatchObject({reason: 'rejected'})
    expect(loader.health()).toMatchObject({state: 'ok'})
  })

  test('makes a strict loader throw, unless earlier answers are allowed', async () => {
    const {store, answers, ...first} = site()
    await first.loader.series()
    await answers.settled()
    const build = site({store, strict: true})
    build.lake.fail('refuse')
    await expect(build.loader.series()).rejects.toMatchObject({
      code: 'problems',
      problems: [{kind: 'stale'}],
    })
    const tolerant = site({store, strict: true, allowStale: true})
    tolerant.lake.fail('refuse')
    expect((await tolerant.loader.series()).stale).toBeDefined()
  })
})

describe('visitors while the lake fails', () => {
  test('get a fresh answer even when the clock jumped by years and back', async () => {
    const {loader, lake, answers, time, store} = site()
    time.at += 75 * 365 * day
    await loader.series()
    await answers.settled()
    lake.fail('refuse')
    await loader.series()
    time.at = wednesday
    lake.fail()
    expect((await loader.series()).stale).toBeDefined()
    await answers.settled()
    expect((await loader.series()).stale).toBeUndefined()
    expect([...store.texts.values()].join()).toContain('"since":"2024-03-27T12:00:00Z"')
  })

  test('wait once: for five seconds nobody else asks the lake', async () => {
    const {loader, lake, answers, time} = site()
    await loader.series()
    await loader.guests()
    await answers.settled()
    lake.fail('hang')
    await loader.series()
    const before = lake.queries()
    time.at += 4000
    await Promise.all(Array.from({length: 50}, () => loader.series()))
    await loader.guests()
    expect(lake.queries()).toBe(before)
  })

  test('get the copy at once while one query in the background tries again', async () => {
    const {loader, lake, answers, time} = site()
    await loader.series()
    await answers.settled()
    lake.fail('hang')
    await loader.series()
    const before = lake.queries()
    time.at += 6000
    const all = await Promise.all(Array.from({length: 50}, () => loader.series()))
    expect(all.every(({stale}) => stale?.reason === 'deadline-exceeded')).toBe(true)
    expect(lake.queries()).toBe(before + 1)
    await answers.settled()
    lake.fail()
    time.at += 6000
    expect((await loader.series()).stale).toBeDefined()
    await answers.settled()
    expect((await loader.series()).stale).toBeUndefined()
  })

  test('get a fresh answer as soon as a check of the lake succeeded', async () => {
    const {loader, lake, answers} = site()
    await loader.series()
    await answers.settled()
    lake.fail('refuse')
    expect(await loader.check()).toMatchObject({state: 'unavailable', reason: 'unreachable'})
    expect((await loader.series()).stale).toBeDefined()
    lake.fail()
    await loader.check()
    expect((await loader.series()).stale).toBeUndefined()
  })
})

describe('after a restart with the lake down', () => {
  async function restarted(later: number, options: Setup = {}) {
    const before = site(options)
    await before.loader.meetingsPage()
    await before.loader.nextTouchpoints()
    await before.loader.touchpoints({when: 'upcoming'})
    await before.answers.settled()
    const after = site({...options, store: before.store, at: wednesday + later})
    after.lake.fail('refuse')
    return {before, after}
  }

  test('the page is served from the store', async () => {
    const {after} = await restarted(0)
    const {data, stale} = await after.loader.meetingsPage()
    expect(data.page?.path).toBe('/community/meetings/')
    expect(stale).toEqual({since: '2024-03-27T12:00:00Z', reason: 'unreachable'})
  })

  test('three days later a session that has ended is past, and what follows is next', async () => {
    const {before, after} = await restarted(3 * day)
    const slug = '2024-03-28-security-management'
    const {data: then} = await before.loader.meetingsPage()
    const {data} = await after.loader.meetingsPage()
    const now = '2024-03-30T12:00:00Z'
    expect(then.upcoming.map((each) => each.slug)).toContain(slug)
    expect(data.upcoming.map((each) => each.slug)).not.toContain(slug)
    expect(data.past[0]?.slug).toBe(slug)
    expect(data.now).toBe(now)
    const nexts = data.series.flatMap(({next}) => next ?? [])
    expect(nexts.length).toBeGreaterThan(0)
    for (const {schedule} of [...data.upcoming, ...nexts]) expect(schedule.end > now).toBe(true)
    for (const {schedule} of data.past) expect(schedule.end <= now).toBe(true)
    expect(data.pastTotal + data.upcomingTotal).toBe(then.pastTotal + then.upcomingTotal)
    const {data: next} = await after.loader.nextTouchpoints()
    expect(next.map((each) => each.slug)).not.toContain(slug)
    const {data: upcoming, total} = await after.loader.touchpoints({when: 'upcoming'})
    expect(upcoming.map((each) => each.slug)).not.toContain(slug)
    expect(total).toBe(data.upcomingTotal)
  })

  test('the result is what the lake would answer then, as far as the copy goes', async () => {
    const limits = {past: 500, upcoming: 500}
    for (const days of [0, 1, 3, 10, 30]) {
      const before = site()
      await before.loader.meetingsPage(limits)
      await before.answers.settled()
      const after = site({store: before.store, at: wednesday + days * day})
      const fresh = await after.loader.meetingsPage(limits)
      const down = site({store: before.store, at: wednesday + days * day})
      down.lake.fail('refuse')
      const stale = await down.loader.meetingsPage(limits)
      expect(stale.data).toEqual(fresh.data)
    }
  })

  test('a clock that went back divides them back', async () => {
    const {after} = await restarted(-10 * day)
    const {data} = await after.loader.meetingsPage()
    for (const {schedule} of data.past) expect(schedule.end <= data.now).toBe(true)
    for (const {schedule} of data.upcoming) expect(schedule.end > data.now).toBe(true)
  })

  test('a month that the copy does not contain is an error, not an empty month', async () => {
    const {after} = await restarted(0)
    const near = {from: '2024-04-01T00:00:00Z', to: '2024-05-01T00:00:00Z'}
    const far = {from: '2030-04-01T00:00:00Z', to: '2030-05-01T00:00:00Z'}
    expect((await after.loader.meetingsPage({window: near})).stale).toBeDefined()
    await expect(after.loader.meetingsPage({window: far})).rejects.toMatchObject({code: 'query'})
  })

  test('months that visitors choose do not replace the copy of the current time', async () => {
    const before = site()
    await before.loader.meetingsPage()
    for (let year = 2000; year < 2030; year++) {
      const window = {from: `${year}-01-01T00:00:00Z`, to: `${year}-02-01T00:00:00Z`}
      await before.loader.meetingsPage({window})
    }
    await before.answers.settled()
    expect(before.store.texts.size).toBe(1)
    const after = site({store: before.store})
    after.lake.fail('refuse')
    expect((await after.loader.meetingsPage()).stale).toBeDefined()
  })

  test.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['not JSON', () => '<html>'],
    ['of another version', (text: string) => text.replace('"version":1', '"version":2')],
    ['without a list', (text: string) => text.replace('"upcoming":', '"upcomin":')],
    ['null', () => 'null'],
  ])('a stored answer that is %s counts as absent', async (_, damage) => {
    const {before, after} = await restarted(0)
    for (const [key, text] of before.store.texts) await before.store.set(key, damage(text))
    await expect(after.loader.meetingsPage()).rejects.toMatchObject({code: 'query'})
  })

  test('one invalid document in a stored answer is left out and reported', async () => {
    const slug = '2024-03-28-security-management'
    const {before, after} = await restarted(0)
    for (const [key, text] of before.store.texts) {
      await before.store.set(key, text.replaceAll(`"slug":"${slug}"`, '"slug":7'))
    }
    const {data, problems} = await after.loader.meetingsPage()
    expect(data.upcoming.map((each) => each.slug)).not.toContain(slug)
    expect(problems.map(({kind}) => kind)).toContain('document')
  })

  test('another dataset in the same folder is another question', async () => {
    const {store, answers, loader} = site()
    await loader.series()
    await answers.settled()
    const other = site({store})
    const client = {...other.lake.client, config: () => ({dataset: 'staging'})}
    const elsewhere = createLoader({client, lastGood: lastGood(store)})
    other.lake.fail('refuse')
    await expect(elsewhere.series()).rejects.toMatchObject({code: 'query'})
  })
})

describe('what is stored', () => {
  test.each(['drafts', ['release', 'drafts'], 'published'] as const)(
    'a preview of %s is neither stored nor answered from the store',
    async (perspective: Perspective) => {
      const {loader, lake, answers, store} = site()
      const preview = loader.preview({token: 'secret-token', perspective})
      await preview.meetingsPage()
      await preview.series()
      await answers.settled()
      expect(store.texts.size).toBe(0)
      await loader.series()
      await answers.settled()
      lake.fail('refuse')
      await expect(preview.series()).rejects.toMatchObject({code: 'query'})
      expect([...store.texts].join()).not.toContain('secret-token')
    },
  )

  test('an incomplete answer never replaces a good one', async () => {
    const {loader, lake, answers, store} = site()
    await loader.meetingsPage()
    await answers.settled()
    const good = [...store.texts]
    for (const result of [{}, {page: []}, null, undefined, '<html>', 7]) {
      const broken = createLoader({
        client: {fetch: () => Promise.resolve({result})},
        lastGood: answers,
        now: () => new Date(wednesday),
      })
      expect((await broken.meetingsPage()).stale).toMatchObject({reason: 'invalid-answer'})
    }
    await answers.settled()
    expect([...store.texts]).toEqual(good)
    expect(lake.queries()).toBe(1)
  })

  test('what was deleted is gone from the store as well', async () => {
    const slug = '2024-03-28-security-management'
    const {loader, answers, store} = site()
    await loader.touchpoints({slug})
    await answers.settled()
    const without = content.filter((each) => Reflect.get(each, '_id') !== 'touchpoint-2024-03-28')
    const later = site({store, documents: without})
    await later.loader.touchpoints({slug})
    await later.answers.settled()
    later.lake.fail('refuse')
    expect((await later.loader.touchpoints({slug})).data).toEqual([])
  })

  test('10,000 addresses that do not exist store nothing', async () => {
    const client = {fetch: async () => ({result: {items: [], total: 0, undated: []}})}
    const store = recordingStore()
    const answers = lastGood(store)
    const loader = createLoader({client, lastGood: answers})
    for (let count = 0; count < 10_000; count++) await loader.touchpoints({slug: `no-${count}`})
    await answers.settled()
    expect(store.texts.size).toBe(0)
  })

  test('an unchanged answer is not written for each visitor, and its time is renewed each minute', async () => {
    const {loader, answers, store, time} = site()
    let writes = 0
    const {set} = store
    store.set = (key, text) => {
      writes += 1
      return set(key, text)
    }
    for (let count = 0; count < 10; count++) await loader.series()
    await answers.settled()
    expect(writes).toBe(1)
    time.at += 61_000
    await loader.series()
    await answers.settled()
    expect(writes).toBe(2)
  })

  test('a store that fails harms no visitor and is reported', async () => {
    const broken = () => Promise.reject(new Error('ENOSPC'))
    const {loader, lake, answers, errors} = site({
      store: {...recordingStore(), get: broken, set: broken},
    })
    expect((await loader.series()).data.length).toBeGreaterThan(0)
    await answers.settled()
    expect(errors).toMatchObject([{message: 'ENOSPC'}])
    lake.fail('refuse')
    await expect(loader.series()).rejects.toMatchObject({code: 'query'})
  })

  test('a view reads its own output, because answers are stored after validation', async () => {
    const {loader, lake, answers} = site({documents: content})
    const before = await loader.meetingsPage({recordings: 500, past: 500, upcoming: 500})
    await answers.settled()
    lake.fail('refuse')
    const after = await loader.meetingsPage({recordings: 500, past: 500, upcoming: 500})
    expect(after.data).toEqual(before.data)
    expect(after.problems).toHaveLength(1)
  })
})
