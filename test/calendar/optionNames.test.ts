import {describe, expect, test} from 'vitest'

import {feedCalendars, fetchCalendar, isolatedCalendars} from '../../calendar/fetch/index.ts'
import {nameHint, nearestName, unknownName} from '../../calendar/optionNames.ts'

describe('the nearest name', () => {
  test.each([
    ['calender', 'calendars'],
    ['Timeout', 'timeout'],
    ['baseurl', 'baseUrl'],
    ['wen', 'when'],
    ['serie', 'series'],
  ])('of %s is %s, because that is what was meant', (typed, meant) => {
    const known = ['calendars', 'timeout', 'baseUrl', 'when', 'series', 'group']
    expect(nearestName(typed, known)).toBe(meant)
  })

  test('is absent when nothing is near, and then every name is listed', () => {
    expect(nearestName('quantity', ['now', 'series'])).toBeUndefined()
    expect(nameHint('quantity', ['now', 'series'])).toBe('Use one of: now, series.')
    expect(nearestName('s'.repeat(1000), ['series'])).toBeUndefined()
  })

  test('is not needed for an option that is undefined, which is how an absent one is passed on', () => {
    expect(unknownName({cache: undefined, other: undefined}, ['cache'])).toBeUndefined()
    expect(unknownName({cache: 1, other: 2}, ['cache'])).toBe('other')
  })
})

/** Options as plain JavaScript passes them: no compiler has looked at their names. */
const untyped = (options: object) => Object(options)

describe('an option that does not exist', () => {
  const misspelled = untyped({allowHost: ['localhost']})

  test('is refused when the reader is created, not when a feed is read', () => {
    const message = 'Unknown option "allowHost" of feedCalendars. Did you mean "allowHosts"?'
    expect(() => feedCalendars(misspelled)).toThrow(message)
    expect(() => isolatedCalendars({...misspelled, worker: null})).toThrow('"allowHosts"')
  })

  test('is refused among the limits, too', async () => {
    const limits = untyped({deadlin: 1})
    expect(() => feedCalendars({limits})).toThrow('Did you mean "deadline"?')
    expect(() => feedCalendars({calendarLimits: untyped({step: 1})})).toThrow('"steps"')
    expect(() => isolatedCalendars({isolation: untyped({waits: 1}), worker: null})).toThrow(
      '"wait"',
    )
    const read = fetchCalendar({id: 'a', url: 'https://example.org/a.ics'}, misspelled)
    await expect(read).rejects.toThrow(RangeError)
  })
})

test('a caller that leaves gets its reason at once, although the feed hangs', async () => {
  const controller = new AbortController()
  const read = fetchCalendar(
    {id: 'hanging', url: 'https://example.org/hanging.ics'},
    {fetch: () => new Promise(() => {}), signal: controller.signal},
  )
  const reason = new Error('The visitor left.')
  controller.abort(reason)
  await expect(read).rejects.toBe(reason)
})
