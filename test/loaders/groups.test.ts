import {describe, expect, test} from 'vitest'

import {createHandler} from '../../loaders/adapters/http/index.ts'
import {eventJsonLd} from '../../loaders/feeds/index.ts'
import {ownViews} from '../../loaders/extension/ownViews.ts'
import {seriesWithNextQuery} from '../../loaders/queries/seriesWithNext.ts'
import {cadenceDates} from '../../calendar/time/index.ts'
import {cadenceOf, createLoader} from '../../loaders/index.ts'
import {memoryClient} from '../support/memoryClient.ts'
import {
  calendar,
  community,
  docs,
  group,
  loaderOf,
  now,
  series,
  session,
  tuesdays,
  vevent,
  window,
} from './smallCommunity.ts'

const siteUrl = 'https://small.example/'
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'] as const

/** Five series of one group. They differ in nothing but their hour. */
const five = ordinals.map((name, index) =>
  series(name, `${name} call`, {
    cadence: {slots: [{...tuesdays, time: `1${index}:00`}]},
    regions: index === 0 ? ['Norte'] : [],
  }),
)

type Setup = Parameters<typeof loaderOf>[0]

async function eventsOf(setup: Setup) {
  return (await loaderOf(setup).events(window)).data
}

function served(setup: Setup) {
  const handle = createHandler({
    loader: loaderOf(setup),
    siteUrl,
    pageOf: (_, pagePath, group) => `${siteUrl.slice(0, -1)}${pagePath}${group?.slug ?? ''}`,
  })
  return async (path: string) => (await handle(new Request(siteUrl + path))).text()
}

describe('the meetings of a group', () => {
  test('are events of the group, in each of its series alike', async () => {
    const events = await eventsOf({documents: five})
    const [first, ...others] = ordinals.map((name) =>
      events
        .filter(({series}) => series?.id === `series-${name}`)
        .map(({start, status, kind, groupId, title, audience}) => {
          const day = start.slice(0, 10)
          return {day, status, kind, groupId, audience, title: title.replace(name, 'weekly')}
        }),
    )
    expect(first).toHaveLength(9)
    for (const each of others) expect(each).toEqual(first)
    expect(events[0]).toMatchObject({status: 'confirmed', groupId: 'group-docs'})
  })

  test('are all in events.json, calendar.ics, the JSON feed and RSS of the group', async () => {
    const get = served({documents: five})
    const {events} = JSON.parse(await get('events.json?working-group=docs'))
    const calendarFile = await get('calendar.ics?working-group=docs')
    const {items} = JSON.parse(await get('feed.json?working-group=docs'))
    const rss = await get('feed.xml?working-group=docs')
    // Three months back and six ahead, without those before the standing series began.
    const weeks = 35
    for (const name of ordinals) {
      const title = `SIG Documentation: ${name} call`
      const own = events.filter((event: {series: {slug: string}}) => event.series.slug === name)
      expect(own).toHaveLength(weeks)
      expect(own[0]).toMatchObject({
        title,
        workingGroup: {slug: 'docs', title: 'SIG Documentation'},
        url: 'https://small.example/meetings/docs',
      })
      expect(calendarFile.split(`SUMMARY:${title}`)).toHaveLength(weeks + 1)
      // Of a weekly call only the next date is news.
      expect(items.filter((item: {title: string}) => item.title === title)).toHaveLength(1)
      expect(rss.split(`<title>${title}</title>`)).toHaveLength(2)
      const [first] = own
      expect(eventJsonLd(first, {pageUrl: siteUrl})).toMatchObject({
        name: title,
        eventStatus: 'https://schema.org/EventScheduled',
        superEvent: {name: `${name} call`},
      })
    }
  })

  test('are those of a filter by series, by region and by group', async () => {
    const get = served({documents: [...five, series('own', 'Own call', {group: null})]})
    const slugs = async (query: string) => {
      const {events} = JSON.parse(await get(`events.json?${query}`))
      return new Set(events.map(({series: {slug}}: {series: {slug: string}}) => slug))
    }
    expect(await slugs('series=fifth')).toEqual(new Set(['fifth']))
    expect(await slugs('region=norte')).toEqual(new Set(['first']))
    expect(await slugs('working-group=docs')).toEqual(new Set(ordinals))
    expect(await get('events.json?region=EMEA')).toContain('Use one of: norte.')
  })

  test('have the name of the series alone if that contains the name of the group', async () => {
    const own = series('own', 'SIG Documentation office hours')
    expect((await eventsOf({documents: [own]}))[0]?.title).toBe('SIG Documentation office hours')
  })

  test('are found by the group of their series, as sessions and as recordings', async () => {
    const other = series('other', 'Other', {group: null})
    const documents = [
      series('weekly', 'Weekly'),
      other,
      session('a', '2026-03-10T14:00:00Z'),
      session('b', '2026-03-11T14:00:00Z', {series: {_ref: other._id}}),
      ...['a', 'b'].map((id) => ({
        _id: `recording-${id}`,
        _type: 'recording',
        title: id,
        slug: {current: id},
        availability: 'processing',
        touchpoint: {_ref: `session-${id}`},
      })),
    ]
    const loader = loaderOf({documents})
    const slugs = ({data}: {data: readonly {slug: string}[]}) => data.map(({slug}) => slug)
    expect(slugs(await loader.touchpoints({group: 'docs'}))).toEqual(['a'])
    expect(slugs(await loader.touchpoints({group: 'docs', when: 'past'}))).toEqual([])
    expect(slugs(await loader.recordings({group: 'docs'}))).toEqual(['a'])
    expect(slugs(await loader.recordings()).toSorted()).toEqual(['a', 'b'])
    expect(slugs(await loader.recordings({series: 'other'}))).toEqual(['b'])
    expect(slugs(await loader.recordings({slug: 'b', series: 'weekly'}))).toEqual([])
    const second = await loader.recordings({offset: 1, limit: 1})
    expect(slugs(second)).toEqual(['a'])
    expect(second.total).toBe(2)
  })

  test('have recordings with a feed of their own, because one with all of them is noticed late', async () => {
    const documents = [
      series('weekly', 'Weekly'),
      series('other', 'Other', {group: null}),
      session('a', '2026-02-10T14:00:00Z'),
      session('b', '2026-02-11T14:00:00Z', {series: {_ref: 'series-other'}}),
      ...['a', 'b'].map((id) => ({
        _id: `recording-${id}`,
        _type: 'recording',
        title: `Recording ${id}`,
        slug: {current: id},
        availability: 'published',
        media: {url: `https://videos.example/${id}`},
        touchpoint: {_ref: `session-${id}`},
      })),
    ]
    const get = served({documents})
    const titles = async (query: string) => {
      const {items} = JSON.parse(await get(`recordings.json?${query}`))
      return items.map(({title}: {title: string}) => title)
    }
    expect(await titles('')).toHaveLength(2)
    expect(await titles('working-group=docs')).toEqual(['Recording a'])
    expect(await titles('series=series-other')).toEqual(['Recording b'])
    expect(await get('recordings.xml?working-group=docs')).not.toContain('Recording b')
    expect(await get('recordings.xml?working-group=nobody')).toContain('Unknown working group')
    expect(await get('recordings.xml?topic=x')).toContain('Unknown filter')
  })

  test('have subscriptions with a name of their own, because every group has a weekly call', async () => {
    const get = served({documents: [series('weekly', 'Weekly call')]})
    expect(await get('calendar.ics?series=weekly')).toContain('SIG Documentation: Weekly call')
    expect(JSON.parse(await get('feed.json?series=weekly')).title).toBe(
      'SIG Documentation: Weekly call',
    )
    expect(await get('feed.xml?working-group=docs')).toContain('<title>SIG Documentation</title>')
  })

  test('with a session of their own are events of the group too', async () => {
    const documents = [series('weekly', 'Weekly'), session('a', '2026-03-10T14:00:00Z')]
    const onTenth = (await eventsOf({documents})).filter(({start}) =>
      start.startsWith('2026-03-10'),
    )
    expect(onTenth).toMatchObject([{kind: 'touchpoint', title: 'Glossary', groupId: 'group-docs'}])
  })
})

describe('a series', () => {
  test.each(['paused', 'ended'])('that is %s has no dates', async (lifecycle) => {
    expect(await eventsOf({documents: [series('weekly', 'Weekly', {lifecycle})]})).toEqual([])
  })

  test('keeps its sessions when it is paused, because an editor keeps them', async () => {
    const documents = [
      series('weekly', 'Weekly', {lifecycle: 'paused'}),
      session('a', '2026-03-10T14:00:00Z'),
    ]
    expect(await eventsOf({documents})).toHaveLength(1)
  })

  test('does not meet in the breaks of the community, nor in its own', async () => {
    const breaks = [{_key: 'a', from: '2026-03-09', to: '2026-03-22', reason: 'Spring'}]
    const own = [{_key: 'a', from: '2026-03-31', to: '2026-03-31'}]
    const weekly = series('weekly', 'Weekly', {cadence: {slots: [tuesdays], breaks: own}})
    const documents = [weekly, series('other', 'Other', {group: null}), {...community, breaks}]
    const days = (all: Awaited<ReturnType<typeof eventsOf>>, id: string) =>
      all.flatMap(({series, start}) => (series?.id === id ? [start.slice(5, 10)] : []))
    const events = await eventsOf({documents})
    expect(days(events, 'series-weekly').slice(0, 4)).toEqual(['03-03', '03-24', '04-07', '04-14'])
    expect(days(events, 'series-other').slice(0, 3)).toEqual(['03-03', '03-24', '03-31'])
  })

  test('shows a skipped date as canceled and a moved one at its new time', async () => {
    const exceptions = [
      {_key: 'a', kind: 'skipped', date: '2026-03-10', reason: 'Holiday'},
      {_key: 'b', kind: 'moved', date: '2026-03-17', toDate: '2026-03-18', toTime: '16:00'},
      // An editor has not chosen the new date yet.
      {_key: 'c', kind: 'moved', date: '2026-03-24'},
    ]
    const weekly = series('weekly', 'Weekly', {cadence: {slots: [tuesdays], exceptions}})
    const events = await eventsOf({documents: [weekly]})
    expect(
      events.slice(1, 4).map(({start, status, cancelReason}) => [start, status, cancelReason]),
    ).toEqual([
      ['2026-03-10T14:00:00Z', 'cancelled', 'Holiday'],
      ['2026-03-18T15:00:00Z', 'confirmed', undefined],
      ['2026-03-24T14:00:00Z', 'confirmed', undefined],
    ])
  })
})

describe('a series with its dates in a calendar only', () => {
  const named = series('weekly', 'Weekly', {
    cadence: null,
    calendar: {_ref: 'calendar-own'},
    eventUid: 'call@own',
  })
  const feed = [
    vevent('call@own', '20260312T090000Z', 'Team sync', ['DESCRIPTION:Passcode 1234']),
    vevent('other@own', '20260313T090000Z', 'Something else'),
  ]

  test('has them as its events and those of its group', async () => {
    const events = await eventsOf({documents: [named, calendar], feed})
    expect(events.map(({title, series, groupId}) => [title, series?.id, groupId])).toEqual([
      ['Team sync', 'series-weekly', 'group-docs'],
      ['Something else', undefined, undefined],
    ])
    const get = served({documents: [named, calendar], feed})
    expect(await get('calendar.ics?working-group=docs')).toContain('SUMMARY:Team sync')
    expect(await get('calendar.ics?series=weekly')).not.toContain('Something else')
  })

  test('for members has no text of the feed', async () => {
    const documents = [{...named, audience: 'members'}, calendar]
    const [event] = await eventsOf({documents, feed})
    expect(event).toMatchObject({audience: 'members', title: 'Team sync'})
    expect(event?.description).toBeUndefined()
  })
})

describe('a group with a series for members', () => {
  const secret = {
    ...docs,
    description: 'We meet at https://zoom.us/j/81234567890 (Passcode: 123456).',
    links: [
      {_key: 'a', kind: 'notes', url: 'https://zoom.us/j/81234567890'},
      {_key: 'b', kind: 'charter', url: 'https://small.example/charter'},
    ],
  }
  const members = series('weekly', 'Weekly', {
    audience: 'members',
    defaultLinks: {join: 'https://zoom.us/j/81234567890'},
  })
  const read = async (documents: readonly object[]) => {
    const {data} = await loaderOf({documents}).workingGroups()
    return data.find(({_id}) => _id === 'group-docs')
  }

  test('loses what lets its reader in, and keeps the rest', async () => {
    const group = await read([secret, members])
    expect(JSON.stringify(group)).not.toMatch(/zoom|123456/)
    expect(group).toMatchObject({hasMembersMeetings: true, links: [{kind: 'charter'}]})
  })

  test('has it among series of any other audience', async () => {
    const open = ordinals.map((name) => series(name, name))
    expect((await read([secret, ...open, members]))?.hasMembersMeetings).toBe(true)
    expect((await read([secret, ...open]))?.hasMembersMeetings).toBe(false)
  })

  test('is looked up by the index of references, as are sessions of a series and their recordings', async () => {
    const client = memoryClient([])
    await createLoader({client, now}).workingGroups()
    const texts = [...client.queries.map(({query}) => query), seriesWithNextQuery(ownViews)]
    const filters = texts.flatMap((text) => text.match(/\*\[[^\]]*\^\._id[^\]]*\]/g) ?? [])
    expect(filters).toHaveLength(3)
    for (const filter of filters) expect(filter).toContain('references(^._id)')
  })

  test('does not hide anything of a group beside it', async () => {
    const other = group('other', 'Other', {description: 'Call +1 555 0100, passcode 123456.'})
    const {data} = await loaderOf({documents: [secret, members, other]}).workingGroups()
    expect(data.find(({slug}) => slug === 'other')?.description).toContain('123456')
  })
})

describe('a preview shows', () => {
  const preview = (documents: readonly object[]) => loaderOf({documents}).preview({token: 'secret'})

  test('a group without a role that has no person yet', async () => {
    const roles = [{_key: 'a', role: 'Chair'}]
    const {data} = await preview([{...docs, roles}]).workingGroups()
    expect(data.find(({_id}) => _id === docs._id)?.roles).toEqual([])
  })

  test('a series with a slot that has no time yet, and says what is missing', async () => {
    const {time: _, ...slot} = tuesdays
    const loader = preview([series('weekly', 'Weekly', {cadence: {slots: [slot]}})])
    const {data, problems} = await loader.series()
    expect(data[0]?.cadence?.slots[0]?.time).toBe('00:00')
    expect(problems).toMatchObject([
      {path: expect.stringContaining('slots'), documentType: 'series'},
    ])
    expect((await loader.events(window)).data).toHaveLength(9)
  })

  test('a series without exceptions and breaks that have no dates yet', async () => {
    const cadence = {
      slots: [tuesdays],
      exceptions: [{_key: 'a', kind: 'skipped'}, {_key: 'b'}],
      breaks: [{_key: 'a', from: '2026-03-01'}],
    }
    const breaks = [{_key: 'a', to: '2026-12-31'}]
    const loader = preview([series('weekly', 'Weekly', {cadence}), {...community, breaks}])
    const {data, problems} = await loader.events(window)
    expect(problems).toEqual([])
    expect(data.map(({status}) => status)).toEqual(Array.from({length: 9}, () => 'confirmed'))
  })

  test('a series with a cadence that has no slot yet, without dates', async () => {
    const loader = preview([series('weekly', 'Weekly', {cadence: {}})])
    const {data, problems} = await loader.events(window)
    expect([data, problems]).toEqual([[], []])
  })
})

test('a community without its document has meetings all the same', async () => {
  const documents = [{...community, _type: 'none'}, series('weekly', 'Weekly')]
  const loader = loaderOf({documents})
  expect((await loader.community()).data).toBeNull()
  expect((await loader.meetingsPage()).data.community).toBeNull()
  expect((await loader.events(window)).data).toHaveLength(9)
  expect(JSON.parse(await served({documents})('events.json')).title).toBe('Meetings')
  expect(JSON.parse(await served({documents: []})('events.json')).title).toBe(
    'Meetings · Small Community',
  )
})

describe('cadenceOf', () => {
  test('adds the breaks of the community, because they apply to every series', async () => {
    const pause = {_key: 'a', from: '2026-03-10', to: '2026-03-10'}
    const loader = loaderOf({
      documents: [{...community, breaks: [pause]}, series('weekly', 'Weekly')],
    })
    const {data} = await loader.meetingsPage()
    const [weekly] = data.series
    const own = weekly ? cadenceOf(weekly, data.community) : null
    expect(own?.breaks).toMatchObject([{from: '2026-03-10'}])
    const dates = own ? cadenceDates(own, {from: now, count: 1}) : []
    expect(dates).toMatchObject([{start: '2026-03-17T14:00:00Z'}])
  })

  test('is null for a series without dates', async () => {
    const {data} = await loaderOf({
      documents: [series('weekly', 'Weekly', {lifecycle: 'paused'})],
    }).series()
    expect(data.map((each) => cadenceOf(each, null))).toEqual([null])
  })
})
