import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {describe, expect, test} from 'vitest'

import {feedCalendars} from '../../calendar/fetch/index.ts'
import {ConfigurationError, createLoader} from '../../loaders/index.ts'
import {memoryClient} from '../support/memoryClient.ts'
import {sampleLoader} from '../support/sampleLoader.ts'

/** Options as plain JavaScript passes them: no compiler has looked at them. */
const untyped = (options: object) => Object(options)
const client = memoryClient([])
const address = {projectId: 'community', dataset: 'production'}

describe('an option of createLoader', () => {
  test.each([
    [
      {client, calender: () => {}},
      'Unknown option "calender" of createLoader. Did you mean "calendars"?',
    ],
    [{...address, apiHosts: 'x'}, 'Did you mean "apiHost"?'],
    [{...address, apiVersion}, 'createLoader({client: createClient({…, apiVersion})})'],
    [{client, quantity: 1}, 'Use one of: projectId, '],
    [{client, audience: 'member'}, 'audience of createLoader is "member". Did you mean "members"?'],
    [{client, perspective: 'draft'}, 'Use published, drafts, or a list of releases'],
    [{client, calendars: {}}, 'calendars of createLoader is an object. Use a function.'],
    [{client, strict: 'yes'}, 'strict of createLoader is "yes". Use true or false.'],
    [{client, timeout: '10'}, 'timeout of createLoader is "10". Use a number.'],
    [{client, now: 5}, 'now of createLoader is 5. Use a UTC instant'],
    [{client, studioUrl: 'localhost:3333'}, 'Use an absolute address'],
    [{client, logger: {error: 1}}, 'logger of createLoader is an object. Use a logger'],
    [{client: {}}, 'client of createLoader is an object. Use a client of @sanity/client'],
    [{client: createClient}, 'client of createLoader is a function.'],
    [{...address, fetch: 'node-fetch'}, 'fetch of createLoader is "node-fetch". Use a function.'],
    [
      {...address, retries: 1.5},
      'retries of createLoader is 1.5. Use a whole number from 0 to 10.',
    ],
    [{client, fetch}, 'createLoader has a client and fetch.'],
    [{client, retries: 3}, 'createLoader has a client and retries.'],
    [{client, projectId: 'other'}, 'createLoader has a client and projectId.'],
  ])('%j is refused when the loader is created, with what is right', (options, message) => {
    expect(() => createLoader(untyped(options))).toThrow(ConfigurationError)
    expect(() => createLoader(untyped(options))).toThrow(message)
  })

  test('may be undefined, as an absent variable of the environment is', () => {
    const nothing = {fetch: undefined, token: undefined, calendars: undefined, projectId: undefined}
    expect(() => createLoader(untyped({client, ...nothing}))).not.toThrow()
  })
})

describe('a filter', () => {
  const loader = sampleLoader()

  test.each([
    [{serie: 'x'}, 'Unknown option "serie" of touchpoints. Did you mean "series"?'],
    [{when: 'future'}, 'when of touchpoints is "future". Use one of: upcoming, past.'],
    [{status: 'canceled'}, 'status of touchpoints is "canceled". Did you mean "cancelled"?'],
    [{series: null}, 'series of touchpoints is null. Use a text.'],
    [{series: ['a', 'b']}, 'series of touchpoints is a list. Use a text.'],
    [{limit: '5'}, 'limit of touchpoints is "5". Use a number.'],
    [{limit: Number.NaN}, 'limit is NaN. Use a whole number, 0 or more.'],
    [{window: '2024'}, 'window of touchpoints is "2024". Use an object.'],
    [{signal: true}, 'signal of touchpoints is true. Use an AbortSignal'],
  ])(
    '%j is refused, because it would silently select everything or nothing',
    async (filter, message) => {
      await expect(loader.touchpoints(untyped(filter))).rejects.toThrow(message)
      await expect(loader.touchpoints(untyped(filter))).rejects.toMatchObject({
        code: 'configuration',
      })
    },
  )

  test('that is no object is refused, too', async () => {
    const call = async (filter: unknown): Promise<unknown> =>
      Reflect.apply(Reflect.get(loader, 'touchpoints'), undefined, [filter])
    await expect(call('upcoming')).rejects.toThrow(
      'The options of touchpoints are "upcoming". Use an object.',
    )
    await expect(call(null)).rejects.toThrow('The options of touchpoints are null.')
    expect(() => Reflect.apply(createLoader, undefined, [undefined])).toThrow('are missing')
  })

  test('without its parts is refused with what is missing', async () => {
    await expect(loader.touchpoints(untyped({window: {}}))).rejects.toThrow('from is missing.')
    await expect(loader.events(untyped({}))).rejects.toThrow('from is missing.')
    await expect(loader.events(untyped({page: {}}))).rejects.toThrow(
      'page of events is an object. Use the data of meetingsPage().',
    )
  })

  test('of each method is checked', async () => {
    const misspelled = untyped({grupo: 'x'})
    await expect(loader.recordings(misspelled)).rejects.toThrow('"grupo" of recordings')
    await expect(loader.meetingsPage(misspelled)).rejects.toThrow('"grupo" of meetingsPage')
    await expect(loader.series(misspelled)).rejects.toThrow('"grupo" of series')
    await expect(loader.events(misspelled)).rejects.toThrow('"grupo" of events')
    await expect(loader.read(untyped({}), misspelled)).rejects.toThrow('"grupo" of read')
    expect(() => loader.preview(misspelled)).toThrow('"grupo" of preview')
  })
})

describe('a reader of feeds', () => {
  test('that was not created is refused by createLoader, because it returns no events', () => {
    expect(() => createLoader({client, calendars: untyped(feedCalendars)})).toThrow(
      'calendars of createLoader is a function. It creates a reader, so call it: calendars: feedCalendars().',
    )
  })

  test('that returns no events is an error with the name of the option', async () => {
    const loader = createLoader({client, calendars: untyped(() => feedCalendars())})
    await expect(
      loader.events({from: '2024-03-01T00:00:00Z', to: '2024-04-01T00:00:00Z'}),
    ).rejects.toMatchObject({code: 'configuration', option: 'calendars'})
  })
})

describe('a slug that no document has', () => {
  test.each([
    ['series', 'thursday-touchpoint', 'thursday-touchpoints'],
    ['group', 'oss-in-busines', 'oss-in-business'],
    ['guest', 'dana-wong', 'dana-wang'],
    ['slug', '2024-03-28-security-managment', '2024-03-28-security-management'],
  ])(
    'of a %s is a problem with the nearest one, because an empty list looks right',
    async (name, value, nearest) => {
      const {data, problems} = await sampleLoader().touchpoints({[name]: value})
      expect(data).toEqual([])
      expect(problems).toMatchObject([{kind: 'filter', name, value}])
      expect(problems[0]?.message).toContain(
        `"${value}", so nothing matches. Did you mean "${nearest}"?`,
      )
    },
  )

  test('is a problem of recordings, too, and without a near one it says where to look', async () => {
    const {problems} = await sampleLoader().recordings({group: 'quantum'})
    expect(problems).toMatchObject([
      {
        kind: 'filter',
        message:
          'No working group has the slug "quantum", so nothing matches. Check its slug in the Studio, and whether it is published.',
      },
    ])
  })

  test('takes no second query, and an existing one without sessions is no problem', async () => {
    const counting = memoryClient([
      {_id: 's', _type: 'series', slug: {current: 'quiet'}, _updatedAt: '2024-01-01T00:00:00Z'},
    ])
    const loader = createLoader({client: counting})
    expect((await loader.touchpoints({series: 'quiet'})).problems).toEqual([])
    expect((await loader.touchpoints({series: 'quite'})).problems).toHaveLength(1)
    expect(counting.queries).toHaveLength(2)
  })

  test.each(['id', 'series', 'group', 'guest', 'topic', 'edition', 'slug', 'status'])(
    'that is undefined is an error (%s), because it would select every session',
    async (name) => {
      await expect(sampleLoader().touchpoints({[name]: undefined})).rejects.toThrow(
        new ConfigurationError(
          name,
          `${name} of touchpoints is undefined, so it would select everything. Pass a text, or leave ${name} out.`,
        ),
      )
    },
  )

  test('that is undefined is an error of recordings, too', async () => {
    await expect(sampleLoader().recordings(untyped({group: undefined}))).rejects.toThrow(
      'group of recordings is undefined',
    )
  })

  test('stops a strict build', async () => {
    const strict = sampleLoader({settings: {strict: true}})
    await expect(strict.touchpoints({series: 'thursdays'})).rejects.toMatchObject({
      code: 'problems',
    })
  })
})
