import {describe, expect, test} from 'vitest'

import {
  feedCalendars,
  fetchCalendar,
  fetchCalendars,
  fileCache,
  guardedFetch,
  isolatedCalendars,
  sampleFeeds,
} from '../../calendar/fetch/index.ts'
import {plainCalendars, textCache} from '../../calendar/fetch/plain/index.ts'
import {isReaderFactory, OptionError} from '../../calendar/optionNames.ts'

/** Options as plain JavaScript passes them: no compiler has looked at their values. */
const untyped = (value: unknown) => Object(value)

describe('a value that an option of a reader does not take', () => {
  test.each([
    [{cache: '.touchpoints'}, 'cache'],
    [{cache: {get: () => undefined}}, 'cache'],
    [{fetch: 'x'}, 'fetch'],
    [{now: '2024-03-20T00:00:00Z'}, 'now'],
    [{limits: {deadline: '3s'}}, 'deadline'],
    [{limits: {deadline: -3}}, 'deadline'],
    [{limits: 3}, 'limits'],
    [{limits: null}, 'limits'],
    [{calendarLimits: {components: Number.NaN}}, 'components'],
    [{parse: true}, 'parse'],
    [{guard: {}}, 'guard'],
    [{allowHosts: 'localhost'}, 'allowHosts'],
    [{allowHosts: [3900]}, 'allowHosts'],
    [{force: 'yes'}, 'force'],
    [{concurrency: '6'}, 'concurrency'],
    [{concurrency: 0}, 'concurrency'],
    [{signal: {}}, 'signal'],
    ['.touchpoints', 'options'],
  ])('%j is refused when feedCalendars is called, not for each visitor', (options, option) => {
    const create = () => Reflect.apply(feedCalendars, undefined, [options])
    expect(create).toThrow(OptionError)
    expect(create).toThrow(expect.objectContaining({option}))
  })

  test.each([
    [{cache: 1}, 'cache'],
    [{fetch: 'x'}, 'fetch'],
    [{timeout: '1'}, 'timeout'],
    [{timeout: Number.NaN}, 'timeout'],
    [{signal: {}}, 'signal'],
    [{waitUntil: 'x'}, 'waitUntil'],
    [{now: 1}, 'now'],
    [{limits: {bytes: '1'}}, 'bytes'],
    [{calendarLimits: {steps: null}}, 'steps'],
    [{inBrowser: 'no'}, 'inBrowser'],
  ])('%j is refused when plainCalendars is called', (options, option) => {
    expect(() => plainCalendars(untyped(options))).toThrow(expect.objectContaining({option}))
  })

  test.each([
    [{isolation: {work: '5'}}, 'work'],
    [{isolation: []}, 'isolation'],
    [{worker: 3}, 'worker'],
    [{worker: '/nowhere/worker.js'}, 'worker'],
    [{cacheFolder: 3}, 'cacheFolder'],
    [{cacheFolder: ''}, 'cacheFolder'],
    [{sampleFolder: true}, 'sampleFolder'],
    [{allowHosts: 'localhost'}, 'allowHosts'],
    [{limits: {timeout: 'x'}}, 'timeout'],
  ])('%j is refused when isolatedCalendars is called', (options, option) => {
    expect(() => isolatedCalendars(untyped(options))).toThrow(expect.objectContaining({option}))
  })

  test.each([
    ['fileCache', () => fileCache(untyped({})), 'folder'],
    ['fileCache', () => Reflect.apply(fileCache, undefined, []), 'folder'],
    ['textCache', () => textCache(untyped({})), 'store'],
    ['textCache', () => Reflect.apply(textCache, undefined, []), 'store'],
    ['guardedFetch', () => guardedFetch(untyped({allowHosts: 'localhost'})), 'allowHosts'],
    ['guardedFetch', () => guardedFetch(untyped({allowedHosts: []})), 'allowedHosts'],
    ['sampleFeeds', () => sampleFeeds('feeds', untyped('fetch')), 'fetch'],
  ])('is refused by %s', (_, create, option) => {
    expect(create).toThrow(expect.objectContaining({name: 'OptionError', option}))
  })

  test('says what the value is and what to use', () => {
    expect(() => feedCalendars(untyped({allowHosts: 'localhost'}))).toThrow(
      'allowHosts of feedCalendars is "localhost". Use a list of hosts, such as ["localhost:3900"].',
    )
  })
})

test.each([{}, {id: 'a'}, {id: 'a', url: 3}, undefined])(
  'a calendar without an address is refused by fetchCalendar (%j)',
  async (source) => {
    await expect(fetchCalendar(untyped(source))).rejects.toThrow(OptionError)
    await expect(fetchCalendars([untyped(source)])).rejects.toThrow(OptionError)
  },
)

test('an option error is a RangeError, as all that a program causes', () => {
  expect(new OptionError('cache', 'cache is missing.')).toBeInstanceOf(RangeError)
})

test.each([
  ['feedCalendars', feedCalendars],
  ['plainCalendars', plainCalendars],
  ['isolatedCalendars', isolatedCalendars],
])('%s is known to create readers, so that a forgotten call is noticed', (_, create) => {
  expect(isReaderFactory(create)).toBe(true)
  expect(isReaderFactory(plainCalendars())).toBe(false)
})
