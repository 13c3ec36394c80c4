import type {StoredDocument} from '@touchpoints/schemas/rules'
import {checkDataset} from '@touchpoints/schemas/rules'
import {readCadence} from '@touchpoints/calendar/rhythm'
import {describe, expect, test} from 'vitest'

import {checkFormats} from '../../../cli/check/checkFormats.ts'
import {publishTogether} from '../../../studio/publish/publishTogether.ts'
import {firstCalendar, readCalendarAddress} from '../../../studio/welcome/firstCalendar.ts'
import {type CommunityFields, readFirstCommunity} from '../../../studio/welcome/firstCommunity.ts'
import {firstPage} from '../../../studio/welcome/firstPage.ts'
import {firstSeries} from '../../../studio/welcome/firstSeries.ts'
import {firstSessionSlug, readFirstSession} from '../../../studio/welcome/firstSession.ts'
import {pageAddresses} from '../../../studio/welcome/pageAddresses.ts'
import {sessionPlan} from '../../../studio/welcome/sessionPlan.ts'
import {storeDrafts} from '../../../studio/welcome/storeDrafts.ts'
import {readWelcomeFacts, welcomeQuery} from '../../../studio/welcome/welcomeFacts.ts'
import {nextStep} from '../../../studio/welcome/welcomeSteps.ts'
import {upcomingFirst} from '../../../studio/welcome/upcomingFirst.ts'
import {runLake} from '../../lake/support/runLake.ts'

const now = '2026-11-26T09:00:00Z'
const typed: CommunityFields = {
  name: ' Ada Guild ',
  shortName: '',
  timeZone: 'Europe/Madrid',
  languages: 'English, Spanish, Catalan',
  accentColor: '7a3e9d',
}
const moment = {start: '2026-12-03T17:00:00Z', timeZone: 'Europe/Madrid'}

function communityFrom(changes: Partial<CommunityFields> = {}) {
  const reading = readFirstCommunity({...typed, ...changes})
  if (reading.kind !== 'community') throw new Error(JSON.stringify(reading.problems))
  return {_id: 'community', _type: 'community', ...reading.fields}
}

function sessionFrom(join = '') {
  const reading = readFirstSession({title: 'Hello', moment, minutes: '45', join}, 'Europe/Madrid')
  if (reading.kind !== 'session') throw new Error(JSON.stringify(reading.problems))
  return reading.fields
}

describe('what an editor types', () => {
  test('becomes fields without blanks, and languages become tags', () => {
    expect(communityFrom()).toEqual({
      _id: 'community',
      _type: 'community',
      name: 'Ada Guild',
      shortName: undefined,
      timeZone: 'Europe/Madrid',
      languages: ['en', 'es', 'ca'],
      accentColor: '#7a3e9d',
    })
  })

  test.for<[Partial<CommunityFields>, keyof CommunityFields, RegExp]>([
    [{name: ' '}, 'name', /name of the community/],
    [{timeZone: 'Madird'}, 'timeZone', /Enter a city/],
    [{languages: 'Klingon'}, 'languages', /“Klingon” is not a language/],
    [{languages: ' ,'}, 'languages', /Enter a language/],
    [{accentColor: 'blue'}, 'accentColor', /not a color/],
    [{accentColor: '#ffff00'}, 'accentColor', /hard to read.*Use #\w{6} or a darker/],
  ])('that cannot be published has a problem at its field: %o', ([change, field, message]) => {
    const reading = readFirstCommunity({...typed, ...change})
    expect(reading).toEqual({
      kind: 'problems',
      problems: {[field]: expect.stringMatching(message)},
    })
  })

  test('of a session has each problem at once, so that one attempt shows all', () => {
    const empty = {title: '', moment: undefined, minutes: 'an hour', join: 'meet.example.org'}
    const reading = readFirstSession(empty, 'Europe/Lisbon')
    expect(reading.kind === 'problems' && Object.keys(reading.problems)).toEqual([
      'title',
      'moment',
      'minutes',
      'join',
    ])
  })

  test('of a session without a place is asked, because Publish would refuse the offset', () => {
    const offset = {...moment, timeZone: 'Etc/GMT-2'}
    expect(
      readFirstSession({title: 'Hello', moment: offset, minutes: '60', join: ''}, 'UTC'),
    ).toEqual({
      kind: 'problems',
      problems: {moment: expect.stringContaining('Name a city instead of UTC+2')},
    })
  })
})

describe('the address of a calendar', () => {
  test.for([
    ['webcal://example.org/a.ics', 'https://example.org/a.ics'],
    [' http://example.org/a.ics ', 'https://example.org/a.ics'],
    [
      'https://calendar.google.com/calendar/embed?src=a%40group.calendar.google.com&ctz=UTC',
      'https://calendar.google.com/calendar/ical/a%40group.calendar.google.com/public/basic.ics',
    ],
    [
      `https://calendar.google.com/calendar/u/0?cid=${btoa('a@b.org').replace(/=+$/, '')}`,
      'https://calendar.google.com/calendar/ical/a%40b.org/public/basic.ics',
    ],
    [
      'https://calendar.google.com/calendar/ical/a%40b.org/private-1/basic.ics',
      'https://calendar.google.com/calendar/ical/a%40b.org/private-1/basic.ics',
    ],
  ])('%s is read as its feed', ([text = '', feedUrl]) => {
    expect(readCalendarAddress(text)).toEqual({kind: 'address', feedUrl})
  })

  test.for(['', 'our calendar', 'mailto:a@b.org', 'https://calendar.google.com/?cid=%%%'])(
    '%s has a problem or stays as it is',
    (text) => {
      const reading = readCalendarAddress(text)
      expect(reading.kind === 'problem' || reading.feedUrl === text).toBe(true)
    },
  )
})

const cadence = () => {
  const reading = readCadence('every Tuesday at 4 pm Madrid', {
    today: '2026-11-26',
    timeZone: 'Europe/Madrid',
  })
  if (reading.kind !== 'cadence') throw new Error('The words are not a cadence.')
  return reading.cadence
}

describe('the first documents', () => {
  const community = communityFrom()
  const facts = readWelcomeFacts({singletons: [{...community, _id: 'drafts.community'}]})
  const ids = {session: 's', sessionSlug: '2026-12-03-hello', series: 'r', seriesSlug: 'meetings'}
  const plan = sessionPlan(sessionFrom('https://meet.example.org/a'), {
    facts,
    choice: {kind: 'new', title: 'Meetings'},
    ids,
  })
  const weekly = firstSeries({
    id: 'weekly',
    title: 'Call',
    slug: 'call',
    minutes: 60,
    cadence: cadence(),
  })
  const calendar = firstCalendar({
    id: 'c',
    title: 'Ada Guild',
    slug: 'ada-guild',
    feedUrl: 'https://example.org/a.ics',
    count: 7,
  })
  const documents: StoredDocument[] = [community, ...plan.documents, weekly, calendar].map(
    (document) => JSON.parse(JSON.stringify(document)),
  )

  test('pass every format and every rule, so that the first Publish cannot fail', async () => {
    expect(await checkFormats(documents)).toEqual([])
    const findings = checkDataset(documents, {now})
    expect(findings.filter(({level}) => level === 'error')).toEqual([])
  })

  test('have a page in the languages that the project has words for, and in no other', () => {
    const [page] = plan.documents
    expect(page).toEqual(firstPage({name: 'Ada Guild', languages: ['en', 'es', 'ca']}))
    expect(page).toMatchObject({
      title: 'Meetings',
      titleTranslations: [{language: 'es', value: 'Reuniones'}],
      path: '/community/meetings/',
    })
    expect(JSON.stringify(page)).toContain('When Ada Guild meets')
    expect(JSON.stringify(page)).not.toContain('"ca"')
  })

  test('leave a meetings page that exists, and publish it with the session', () => {
    const withPage = {...facts, page: {id: 'meetingsPage', isPublished: true, hasDraft: false}}
    const own = {id: 'weekly', title: 'Call', isPublished: true, hasDraft: false}
    const {documents: created, publish} = sessionPlan(sessionFrom(), {
      facts: withPage,
      choice: {kind: 'existing', series: own},
      ids,
    })
    expect(created.map(({_type}) => _type)).toEqual(['touchpoint'])
    expect(created[0]?.['series']).toEqual({_type: 'reference', _ref: 'weekly'})
    expect(publish).toEqual(['s', 'weekly', 'community', 'meetingsPage'])
  })

  test('are published in one transaction, and the welcome then shows where they are', async () => {
    const {client, close} = await runLake()
    await storeDrafts(client, [community])
    await storeDrafts(client, [...plan.documents, calendar])
    const read = async () =>
      readWelcomeFacts(await client.fetch<unknown>(welcomeQuery, {}, {perspective: 'raw'}))
    const stored = await read()
    expect(nextStep(stored)).toBe('session')
    await publishTogether(client, [...plan.publish, calendar._id], {
      validate: () => Promise.resolve([]),
    })
    const after = await read()
    expect(nextStep(after)).toBe('see')
    expect(after.calendars).toEqual([
      {id: 'c', title: 'Ada Guild', isPublished: true, hasDraft: false},
    ])
    expect(await client.fetch('count(*[_id in path("drafts.**")])')).toBe(0)
    await close()
  })

  test('are stored again with the values of a second attempt, instead of a second draft', async () => {
    const {client, close} = await runLake()
    await storeDrafts(client, [{...community, shortName: 'Ada'}])
    await storeDrafts(client, [{...community, name: 'Ada Lovelace Guild', shortName: undefined}])
    const drafts = await client.fetch<object[]>(
      '*[_id in path("drafts.**")]',
      {},
      {perspective: 'raw'},
    )
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({name: 'Ada Lovelace Guild'})
    expect(drafts[0]).not.toHaveProperty('shortName')
    await close()
  })

  test('keep the other fields of a published community', async () => {
    const {client, close} = await runLake()
    await client.create({...community, _id: 'community', codeOfConductUrl: 'https://example.org/c'})
    await storeDrafts(client, [{_id: 'community', _type: 'community', name: 'Ada'}])
    expect(await client.getDocument('drafts.community')).toMatchObject({
      name: 'Ada',
      timeZone: 'Europe/Madrid',
      codeOfConductUrl: 'https://example.org/c',
    })
    await close()
  })
})

test('a session without Latin letters has the date as its slug, because a slug has only those', () => {
  const values = {...sessionFrom(), title: '初めての会'}
  expect(firstSessionSlug(values, 'meetings')).toBe('2026-12-03-meetings')
})

test('the addresses are below the path of the site and of the page', () => {
  expect(
    pageAddresses({previewUrl: 'https://ada.github.io/meet/', path: '/calls/', slug: 'hello'}),
  ).toEqual({
    page: 'https://ada.github.io/meet/calls/',
    site: 'https://ada.github.io/meet/',
    session: 'https://ada.github.io/meet/calls/hello/',
    feed: 'https://ada.github.io/meet/api/calendar.ics',
  })
})

test('without a site there are no addresses', () => {
  expect(pageAddresses({previewUrl: undefined, slug: 'hello'})).toBeUndefined()
  expect(pageAddresses({previewUrl: 'our site', slug: 'hello'})).toBeUndefined()
})

test('draft sessions begin with the next one, because an import has years of past ones', () => {
  const session = (id: string, start?: string) => ({
    id,
    title: id,
    isPublished: false,
    hasDraft: true,
    ...(start && {start}),
  })
  const sorted = upcomingFirst(
    [
      session('none'),
      session('old', '2020-01-01T00:00:00Z'),
      session('later', '2027-01-01T00:00:00Z'),
      session('next', '2026-12-01T00:00:00Z'),
      session('recent', '2026-11-01T00:00:00Z'),
    ],
    now,
  )
  expect(sorted.map(({id}) => id)).toEqual(['next', 'later', 'recent', 'old', 'none'])
})
