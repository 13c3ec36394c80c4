import {describe, expect, it} from 'vitest'

import {type Act, heldTitle, planActs} from '../../../studio/season/planActs.ts'
import type {Target} from '../../../studio/season/step.ts'
import {planSummary, unchangedWords} from '../../../studio/season/stepWords.ts'
import {gridOf, options, slot, storedSeries, storedSession} from './season.ts'

const drafts: Target = {kind: 'drafts'}
const autumn: Target = {kind: 'release', id: 'rAutumn', title: 'Autumn'}
const session = {singular: 'call', plural: 'calls'}

interface Planned {
  act: Act
  grid: ReturnType<typeof gridOf>
  /** In addition to the published series `docs`. */
  documents?: {_id: string; _type: string; [field: string]: unknown}[]
  slugs?: string[]
  target?: Target
  now?: string
}

function plan({
  act,
  grid,
  documents = [],
  slugs = [],
  target = drafts,
  now = options.now,
}: Planned) {
  const series = {_id: 'docs', _type: 'series', _rev: 'r0', title: 'docs'}
  const all = [series, ...documents]
  return planActs(
    act,
    grid.items,
    {documents: new Map(all.map((each) => [each._id, each])), slugs: new Set(slugs)},
    {target, now, newKey: () => 'key'},
  )
}

const writes = (values: Planned) => plan(values).steps.map(({write}) => write)
const touchpoint = (id: string, values = {}) => ({
  _id: id,
  _type: 'touchpoint',
  _rev: 'r1',
  _updatedAt: '2026-01-01T00:00:00Z',
  title: 'A talk',
  status: 'confirmed',
  schedule: {_type: 'schedule', start: '2026-01-08T12:00:00Z', minutes: 60},
  ...values,
})
const openWeek = gridOf({series: [storedSeries('docs')]}, {weeks: 1})
const withSession = (values = {}, series = {}) =>
  gridOf(
    {
      series: [storedSeries('docs', series)],
      sessions: [storedSession('talk', '2026-01-08T12:00:00Z', values)],
    },
    {weeks: 1},
  )

describe('filling a date', () => {
  it('creates a confirmed session from the template of its series, as a draft', () => {
    expect(writes({act: {kind: 'fill'}, grid: openWeek})).toEqual([
      {
        kind: 'create',
        document: expect.objectContaining({
          _id: 'drafts.session-docs-202601081200',
          _type: 'touchpoint',
          title: 'To be announced',
          status: 'confirmed',
          slug: {_type: 'slug', current: '2026-01-08-docs'},
          series: {_type: 'reference', _ref: 'docs'},
          schedule: {
            _type: 'schedule',
            start: '2026-01-08T12:00:00Z',
            timeZone: 'Europe/London',
            minutes: 60,
          },
          links: {_type: 'meetingLinks'},
        }),
      },
    ])
  })

  it('creates a version in a release', () => {
    expect(writes({act: {kind: 'fill'}, grid: openWeek, target: autumn})).toMatchObject([
      {document: {_id: 'versions.rAutumn.session-docs-202601081200'}},
    ])
  })

  it('refers weakly to a series that is not published, because the lake rejects a strong reference', () => {
    const grid = gridOf({series: [storedSeries('new')]}, {weeks: 1})
    expect(writes({act: {kind: 'fill'}, grid})).toMatchObject([
      {document: {series: {_ref: 'new', _weak: true, _strengthenOnPublish: {type: 'series'}}}},
    ])
  })

  it('uses the zone of the slot where slots take turns between zones', () => {
    const slots = [slot(), slot({weekdays: ['FR'], time: '18:00', timeZone: 'Asia/Tokyo'})]
    const grid = gridOf({series: [storedSeries('docs', {cadence: {slots}})]}, {weeks: 1})
    expect(writes({act: {kind: 'fill'}, grid})).toMatchObject([
      {document: {schedule: {timeZone: 'Europe/London'}}},
      {document: {schedule: {timeZone: 'Asia/Tokyo', start: '2026-01-09T09:00:00Z'}}},
    ])
  })

  it('gives two dates of a day and a date of an older session different slugs', () => {
    const cadence = {slots: [slot(), slot({time: '18:00'})]}
    const grid = gridOf({series: [storedSeries('docs', {cadence})]}, {weeks: 1})
    const slugsOf = (slugs: string[]) =>
      writes({act: {kind: 'fill'}, grid, slugs}).flatMap((write) =>
        write.kind === 'create' ? [write.document['slug']] : [],
      )
    expect(slugsOf([])).toMatchObject([
      {current: '2026-01-08-docs'},
      {current: '2026-01-08-docs-1800'},
    ])
    expect(slugsOf(['2026-01-08-docs', '2026-01-08-docs-1200'])).toMatchObject([
      {current: '2026-01-08-docs-1200-2'},
      {current: '2026-01-08-docs-1800'},
    ])
  })

  it('uses another id if a session that moved away has the one of the date', () => {
    const documents = [touchpoint('session-docs-202601081200')]
    expect(writes({act: {kind: 'fill'}, grid: openWeek, documents})).toMatchObject([
      {document: {_id: 'drafts.session-docs-202601081200-key'}},
    ])
  })

  it('confirms a session that only held its date, with the title of the template', () => {
    const documents = [touchpoint('drafts.talk', {status: 'planned', title: heldTitle})]
    const grid = withSession({status: 'planned', title: heldTitle})
    expect(writes({act: {kind: 'fill'}, grid, documents})).toEqual([
      {
        kind: 'patch',
        id: 'drafts.talk',
        revision: 'r1',
        set: {status: 'confirmed', title: 'To be announced'},
        before: {status: 'planned', title: heldTitle},
      },
    ])
  })

  it('leaves a session that has a status already', () => {
    const {steps, unchanged} = plan({act: {kind: 'fill'}, grid: withSession()})
    expect(steps).toEqual([])
    expect(unchanged).toMatchObject([{reason: 'It has a session'}])
  })
})

describe('holding a date', () => {
  it('creates a tentative session without links', () => {
    const [write] = writes({act: {kind: 'hold'}, grid: openWeek})
    expect(write).toMatchObject({document: {title: heldTitle, status: 'planned'}})
    expect(write).not.toHaveProperty('document.links')
  })

  it('makes a confirmed session tentative', () => {
    const documents = [touchpoint('drafts.talk')]
    expect(writes({act: {kind: 'hold'}, grid: withSession(), documents})).toMatchObject([
      {set: {status: 'planned'}},
    ])
  })

  it('leaves a standing date, because the series meets on it anyway', () => {
    const grid = gridOf({series: [storedSeries('docs', {meets: 'standing'})]}, {weeks: 1})
    expect(plan({act: {kind: 'hold'}, grid}).steps).toEqual([])
  })
})

describe('moving dates', () => {
  const week = {kind: 'move', days: 7} as const

  it.each([
    // The clocks of each zone change in between.
    ['Europe/Madrid', '2026-03-25', '2026-03-25T17:00:00Z', '2026-04-01T16:00:00Z'],
    ['Pacific/Auckland', '2026-04-01', '2026-04-01T05:00:00Z', '2026-04-08T06:00:00Z'],
    ['America/New_York', '2026-03-04', '2026-03-04T23:00:00Z', '2026-03-11T22:00:00Z'],
    ['Europe/Madrid', '2026-12-30', '2026-12-30T17:00:00Z', '2027-01-06T17:00:00Z'],
    ['Europe/Madrid', '2028-02-23', '2028-02-23T17:00:00Z', '2028-03-01T17:00:00Z'],
  ])('keeps the local time in %s after %s', (timeZone, date, start, moved) => {
    const grid = gridOf(
      {series: [storedSeries('docs')], sessions: [storedSession('talk', start, {timeZone})]},
      {monday: '2025-12-29', weeks: 140},
    )
    const items = grid.items.filter((item) => item.kind === 'session')
    expect(items).toMatchObject([{date, time: '18:00'}])
    const documents = [touchpoint('drafts.talk')]
    expect(writes({act: week, grid: {...grid, items}, documents})).toMatchObject([
      {set: {'schedule.start': moved}},
    ])
  })

  it('moves to the time after an hour that the clocks skip, as a cadence does', () => {
    const session230 = storedSession('talk', '2026-03-22T01:30:00Z', {timeZone: 'Europe/Madrid'})
    const grid = gridOf(
      {series: [storedSeries('docs', {cadence: undefined})], sessions: [session230]},
      {now: '2026-03-01T00:00:00Z'},
    )
    const documents = [touchpoint('drafts.talk')]
    expect(writes({act: week, grid, documents})).toMatchObject([
      {set: {'schedule.start': '2026-03-29T01:30:00Z'}},
    ])
  })

  it('creates a draft from the published session, without its revision', () => {
    const documents = [touchpoint('talk')]
    expect(writes({act: week, grid: withSession(), documents})).toEqual([
      {
        kind: 'create',
        document: {
          _id: 'drafts.talk',
          _type: 'touchpoint',
          title: 'A talk',
          status: 'confirmed',
          schedule: {_type: 'schedule', start: '2026-01-15T12:00:00Z', minutes: 60},
        },
      },
    ])
  })

  it('creates a version of a release from the draft, which is what the editor sees', () => {
    const documents = [touchpoint('talk'), touchpoint('drafts.talk', {title: 'A better title'})]
    expect(writes({act: week, grid: withSession(), documents, target: autumn})).toMatchObject([
      {kind: 'create', document: {_id: 'versions.rAutumn.talk', title: 'A better title'}},
    ])
  })

  it('writes one exception for each date without a session, in one step for the series', () => {
    const grid = gridOf({series: [storedSeries('docs', {meets: 'standing'})]}, {weeks: 2})
    expect(writes({act: {kind: 'move', days: 1}, grid})).toEqual([
      {
        kind: 'create',
        document: {
          _id: 'drafts.docs',
          _type: 'series',
          title: 'docs',
          cadence: {
            exceptions: [
              {
                _key: 'key',
                _type: 'cadenceException',
                kind: 'moved',
                date: '2026-01-08',
                toDate: '2026-01-09',
              },
              {
                _key: 'key',
                _type: 'cadenceException',
                kind: 'moved',
                date: '2026-01-15',
                toDate: '2026-01-16',
              },
            ],
          },
        },
      },
    ])
  })

  it('removes the exception of a date that moves back', () => {
    const exceptions = [{_key: 'a', kind: 'moved', date: '2026-01-08', toDate: '2026-01-09'}]
    const cadence = {slots: [slot()], exceptions}
    const grid = gridOf({series: [storedSeries('docs', {cadence})]}, {weeks: 1})
    const documents = [{_id: 'drafts.docs', _type: 'series', _rev: 'r2', cadence}]
    expect(writes({act: {kind: 'move', days: -1}, grid, documents})).toEqual([
      {
        kind: 'patch',
        id: 'drafts.docs',
        revision: 'r2',
        set: {'cadence.exceptions': undefined},
        before: {'cadence.exceptions': exceptions},
      },
    ])
  })

  it('moves the date of a standing series with its session, because visitors would see both', () => {
    const documents = [touchpoint('drafts.talk')]
    const grid = withSession({}, {meets: 'standing'})
    expect(writes({act: week, grid, documents})).toMatchObject([
      {
        document: {
          _id: 'drafts.docs',
          cadence: {exceptions: [{kind: 'moved', toDate: '2026-01-15'}]},
        },
      },
      {id: 'drafts.talk', set: {'schedule.start': '2026-01-15T12:00:00Z'}},
    ])
  })

  it('leaves dates that would be in the past, and those that are', () => {
    const grid = gridOf({series: [storedSeries('docs')]}, {weeks: 2, now: '2026-01-10T00:00:00Z'})
    const {steps, unchanged} = plan({
      act: {kind: 'move', days: -7},
      grid,
      now: '2026-01-10T00:00:00Z',
    })
    expect(steps).toEqual([])
    expect(unchanged.map(({reason}) => reason)).toEqual([
      'It is in the past',
      'The new date is in the past',
    ])
  })
})

describe('canceling dates', () => {
  const cancel = {kind: 'cancel', reason: ' Summer break '} as const

  it('cancels a session with the reason', () => {
    const documents = [touchpoint('drafts.talk')]
    expect(writes({act: cancel, grid: withSession(), documents})).toEqual([
      {
        kind: 'patch',
        id: 'drafts.talk',
        revision: 'r1',
        set: {status: 'cancelled', cancelReason: 'Summer break'},
        before: {status: 'confirmed', cancelReason: undefined},
      },
    ])
  })

  it('skips a date without a session, and names its time where two slots share the day', () => {
    const cadence = {slots: [slot(), slot({time: '18:00'})]}
    const grid = gridOf({series: [storedSeries('docs', {cadence})]}, {weeks: 1})
    expect(writes({act: cancel, grid})).toMatchObject([
      {
        document: {
          cadence: {
            exceptions: [
              {kind: 'skipped', date: '2026-01-08', time: '12:00', reason: 'Summer break'},
              {kind: 'skipped', date: '2026-01-08', time: '18:00', reason: 'Summer break'},
            ],
          },
        },
      },
    ])
  })

  it.each(['held', 'cancelled'])('leaves a session that is %s', (status) => {
    expect(plan({act: cancel, grid: withSession({status})}).steps).toEqual([])
  })

  it('leaves a date that is skipped', () => {
    const cadence = {slots: [slot()], exceptions: [{kind: 'skipped', date: '2026-01-08'}]}
    const grid = gridOf({series: [storedSeries('docs', {cadence})]}, {weeks: 1})
    expect(plan({act: cancel, grid}).steps).toEqual([])
  })

  it('reports a session that was deleted since', () => {
    expect(writes({act: cancel, grid: withSession()})).toEqual([{kind: 'missing'}])
  })
})

describe('the summary', () => {
  it('counts what will be created, changed and moved in the cadence', () => {
    const grid = gridOf(
      {series: [storedSeries('docs')], sessions: [storedSession('talk', '2026-01-15T12:00:00Z')]},
      {weeks: 3},
    )
    const documents = [touchpoint('drafts.talk')]
    const summary = (act: Act, target: Target = drafts) =>
      planSummary(act.kind, plan({act, grid, documents}), target, session)
    expect(summary({kind: 'fill'})).toBe(
      '2 calls will be created as drafts. Visitors see it after you publish.',
    )
    expect(summary({kind: 'cancel', reason: 'Off'}, autumn)).toBe(
      '1 call will be canceled and 2 dates will be skipped in the cadence in the release “Autumn”. Visitors see it after you publish.',
    )
    expect(unchangedWords(plan({act: {kind: 'fill'}, grid, documents}))).toEqual([
      '1 date stays as it is. It has a session.',
    ])
  })

  it('says so if there is nothing to do', () => {
    expect(
      planSummary('hold', plan({act: {kind: 'hold'}, grid: gridOf({})}), drafts, session),
    ).toMatch(/^Nothing to do/)
  })
})
