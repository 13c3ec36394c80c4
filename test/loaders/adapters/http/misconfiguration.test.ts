import {describe, expect, test, vi} from 'vitest'

import {
  createEditorsHandler,
  createHandler,
  createPreviewHandler,
  monitor,
  pageCache,
} from '../../../../loaders/adapters/http/index.ts'
import {
  calendarRoute,
  draftModeRoutes,
  liveRoute,
  nextClient,
  revalidateRoute,
} from '../../../../loaders/adapters/next/index.ts'
import {ConfigurationError, silent} from '../../../../loaders/index.ts'
import {failingClient} from '../../../support/failingClient.ts'
import {recordingLogger} from '../../../support/recordingLogger.ts'
import {sampleLoader} from '../../../support/sampleLoader.ts'

const siteUrl = 'https://community.example'
const loader = sampleLoader()
/** Options as plain JavaScript passes them: no compiler has looked at them. */
const untyped = (options: object) => Object(options)

describe('createHandler', () => {
  test.each([
    [{loader}, 'siteUrl of createHandler is missing. Use an absolute address'],
    [{loader, siteUrl: 'community.example'}, 'siteUrl of createHandler is "community.example".'],
    [{loader, siteUrl: 'ftp://community.example'}, 'Use an absolute address'],
    [{siteUrl}, 'loader of createHandler is missing. Use a loader of createLoader.'],
    [{loader: {}, siteUrl}, 'loader of createHandler is an object. Use a loader of createLoader.'],
    [{loader, siteUrl, basePath: 'api'}, 'Use a path that begins with a slash, such as /api.'],
    [{loader, siteUrl, basePath: '//api'}, 'basePath of createHandler is "//api".'],
    [{loader, siteUrl, basepath: '/api'}, 'Did you mean "basePath"?'],
    [{loader, siteUrl, pageUrl: '/meetings'}, 'pageUrl of createHandler is "/meetings".'],
    [{loader, siteUrl, language: 'english'}, 'language is "english".'],
    [{loader, siteUrl, days: {back: 1}}, 'days of createHandler is an object.'],
    [{loader, siteUrl, maxAgeSeconds: 0}, 'Use a number of seconds above 0.'],
    [{loader, siteUrl, logger: 'none'}, 'logger of createHandler is "none".'],
    [{loader, siteUrl, now: () => new Date(0)}, 'Unknown option "now" of createHandler.'],
  ])('refuses %j when it is created, and not with a 503 for every visitor', (options, message) => {
    expect(() => createHandler(untyped(options))).toThrow(ConfigurationError)
    expect(() => createHandler(untyped(options))).toThrow(message)
  })
})

test('each function names itself, so that the place of a mistake is known', () => {
  expect(() => calendarRoute(untyped({loader}))).toThrow('siteUrl of calendarRoute is missing')
  expect(() => createPreviewHandler(untyped({}))).toThrow('validate of createPreviewHandler')
  expect(() => createEditorsHandler(untyped({loader}))).toThrow('validate of createEditorsHandler')
  expect(() => pageCache(untyped({}))).toThrow('render of pageCache is missing')
  expect(() => monitor(untyped({}))).toThrow('loader of monitor is missing')
})

test.each([
  ['revalidateRoute', revalidateRoute, {}, 'secret of revalidateRoute is missing.'],
  [
    'revalidateRoute',
    revalidateRoute,
    {secret: 's', revalidateTag: () => {}, tags: 'a'},
    'Did you mean "tag"?',
  ],
  [
    'revalidateRoute',
    revalidateRoute,
    {secret: 's', revalidateTag: 'touchpoints'},
    'revalidateTag of revalidateRoute is "touchpoints".',
  ],
  ['draftModeRoutes', draftModeRoutes, {}, 'draftMode of draftModeRoutes is missing.'],
  [
    'draftModeRoutes',
    draftModeRoutes,
    {draftMode() {}, validate() {}, usedSecrets: new Set()},
    'Use usedSecrets of touchpoints/http.',
  ],
  ['draftModeRoutes', draftModeRoutes, {homepage: '/'}, 'Did you mean "home"?'],
  ['liveRoute', liveRoute, {draftMode() {}}, 'published of liveRoute is missing.'],
  ['liveRoute', liveRoute, {draft: {}}, 'Did you mean "drafts"?'],
  ['nextClient', nextClient, {}, 'Use a client of @sanity/client.'],
])('%s of Next refuses what would fail at a request', (_name, create, options, message) => {
  expect(() => create(untyped(options))).toThrow(ConfigurationError)
  expect(() => create(untyped(options))).toThrow(message)
})

test('a misspelled option of nextClient is refused, because pages would stay old without it', () => {
  const client = {fetch: () => Promise.resolve({result: []})}
  expect(() => nextClient(client, untyped({revalidat: 60}))).toThrow('Did you mean "revalidate"?')
  expect(() => nextClient(client, untyped({revalidate: '60'}))).toThrow('Use a whole number')
})

test('an empty key is refused, because anyone could sign a preview with it', () => {
  const options = {validate: () => {}, usedSecrets: {take() {}}, shares: {create() {}, revoke() {}}}
  expect(() => createPreviewHandler(untyped({...options, key: '', now: () => 0}))).toThrow(
    'key of createPreviewHandler is "". Use a text that is not empty.',
  )
})

test('a misspelled limit of pages is refused', () => {
  const options = {render: () => {}, changes: {subscribe() {}, isConnected() {}}, now: () => 0}
  expect(() => pageCache(untyped({...options, limits: {freshfor: 1}}))).toThrow('"freshFor"')
})

test('an interval that would fire at once is refused', () => {
  expect(() => monitor({loader, interval: 0})).toThrow('interval is 0.')
})

describe('a handler without a logger', () => {
  /** A site on a lake that can fail. Its time is fixed, and moves when a test says so. */
  function site(options: {logger?: typeof silent} = {}) {
    const time = {at: Date.parse('2024-03-20T10:00:00Z')}
    let lake: ReturnType<typeof failingClient> | undefined
    const settings = {clock: () => time.at, now: () => new Date(time.at)}
    const own = sampleLoader({wrap: (client) => (lake = failingClient(client)).client, settings})
    const handle = createHandler({loader: own, siteUrl, ...options})
    const ask = (path: string) => handle(new Request(`${siteUrl}/${path}`))
    return {ask, time, fail: () => lake?.fail('refuse')}
  }

  test('writes why to the console, once a minute, so that no 503 is silent', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const {ask, time, fail} = site()
    fail()
    for (const path of ['events.json', 'calendar.ics', 'feed.xml']) {
      expect((await ask(path)).status).toBe(503)
    }
    expect(error.mock.calls).toEqual([
      [
        'touchpoints: the calendar is not available, so visitors get a 503. Could not reach the Content Lake (connection refused). Check the network, projectId, dataset and apiHost.',
      ],
    ])
    time.at += 60_000
    await ask('events.json')
    expect(error.mock.calls).toHaveLength(2)
    error.mockRestore()
  })

  test('writes nothing with a silent one, and to another one that is passed', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const quiet = site({logger: silent})
    quiet.fail()
    await quiet.ask('events.json')
    const {logger, messages} = recordingLogger()
    const logged = site({logger})
    logged.fail()
    await logged.ask('events.json')
    expect(error.mock.calls).toEqual([])
    expect(messages).toHaveLength(1)
    error.mockRestore()
  })

  test('says in health what is wrong, in words without an address', async () => {
    const {ask, fail} = site({logger: silent})
    fail()
    await ask('events.json')
    expect(await (await ask('health')).json()).toMatchObject({
      status: 'down',
      contentLake: {state: 'unavailable', reason: 'unreachable', detail: 'connection refused'},
      snapshot: {state: 'unavailable', reason: 'unreachable', detail: 'connection refused'},
    })
  })

  test('says in health that an option is wrong, and not that the lake is down', async () => {
    const own = {
      ...sampleLoader(),
      events: () => Promise.reject(new ConfigurationError('timeZone', 'timeZone is "Mars".')),
    }
    const handle = createHandler({loader: own, siteUrl, logger: silent})
    await handle(new Request(`${siteUrl}/events.json`))
    const health = await handle(new Request(`${siteUrl}/health`))
    // Every visitor gets a 503, and that does not end by itself.
    expect(health.status).toBe(503)
    expect(await health.json()).toMatchObject({
      status: 'down',
      contentLake: {state: 'ok'},
      snapshot: {state: 'unavailable', reason: 'configuration', detail: 'timeZone'},
    })
  })

  test('says in health why a calendar is not read, by a code', async () => {
    const health = {
      state: 'failed',
      failures: 1,
      fault: {code: 'unreachable', message: 'https://secret.example/feed did not answer.'},
    } as const
    const own = sampleLoader({
      settings: {
        now: '2024-03-20T00:00:00Z',
        calendars: async ({feeds}) => ({
          events: [],
          problems: [],
          feeds: feeds.map(({id, title}) => ({id, title, health})),
        }),
      },
    })
    const handle = createHandler({loader: own, siteUrl, logger: silent})
    await handle(new Request(`${siteUrl}/events.json`))
    const body = await (await handle(new Request(`${siteUrl}/health`))).text()
    expect(Object(JSON.parse(body)).calendars[0]).toMatchObject({reason: 'unreachable'})
    expect(body).not.toContain('secret.example')
  })

  test('says in health that its loader has no reader of feeds, and so reads no calendar', async () => {
    const own = sampleLoader({settings: {calendars: undefined}})
    const handle = createHandler({loader: own, siteUrl, logger: silent})
    await handle(new Request(`${siteUrl}/events.json`))
    const {calendars} = Object(await (await handle(new Request(`${siteUrl}/health`))).json())
    expect(calendars).toContainEqual({
      id: 'calendar-todo',
      title: expect.any(String),
      state: 'unavailable',
      reason: 'configuration',
      detail: 'calendars',
    })
  })
})

test('the calendar is as of the now of its loader, because it has no clock of its own', async () => {
  const own = sampleLoader({settings: {now: '2024-03-20T10:00:00Z'}})
  const handle = createHandler({loader: own, siteUrl})
  const document = Object(await (await handle(new Request(`${siteUrl}/events.json`))).json())
  expect(document.from).toBe('2023-12-19T00:00:00Z')
})
