import {apiVersion} from '@touchpoints/schemas/defaults'
import {afterAll, describe, expect, test} from 'vitest'
import {createLake} from '../../lake/index.ts'

const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})
afterAll(() => lake.close())

const host = `http://localhost:3900/v${apiVersion}/data`
const write = async (id: string, attributes = {}) => {
  const mutations = [{createOrReplace: {_id: id, _type: 'guest', ...attributes}}]
  const body = JSON.stringify({mutations, transactionId: `tx-${id}`})
  const response = await lake.fetch(
    new Request(`${host}/mutate/production`, {method: 'POST', body}),
  )
  expect(response.status).toBe(200)
}

/** Opens a stream and returns its events one by one. */
async function open(path: string, lastEventId?: string) {
  const headers = new Headers(lastEventId === undefined ? [] : [['last-event-id', lastEventId]])
  const response = await lake.fetch(new Request(`${host}/${path}`, {headers}))
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    async next(): Promise<{event: string; id: string; data: Record<string, unknown>}> {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end === -1) {
          text += (await reader?.read())?.value ?? ''
          continue
        }
        const lines = text.slice(0, end).split('\n')
        text = text.slice(end + 2)
        const field = (name: string) =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
        if (field('data') === '') continue
        return {
          event: field('event') || 'message',
          id: field('id'),
          data: JSON.parse(field('data')),
        }
      }
    },
    close: () => reader?.cancel(),
  }
}

describe('a listener that lost its connection', () => {
  const path = 'listen/production?query=*&enableResume=true'

  test('receives the events that it missed, in order, and no others', async () => {
    const first = await open(path)
    expect((await first.next()).event).toBe('welcome')
    await write('a')
    const lastEvent = await first.next()
    await first.close()
    await write('b')
    await write('c')
    const resumed = await open(path, lastEvent.id)
    expect((await resumed.next()).event).toBe('welcomeback')
    expect((await resumed.next()).id).toBe('tx-b#b')
    expect((await resumed.next()).id).toBe('tx-c#c')
    await write('d')
    expect((await resumed.next()).id).toBe('tx-d#d')
    await resumed.close()
  })

  test('is reset when the feed no longer has the missed events', async () => {
    const resumed = await open(path, 'unknown#x')
    expect((await resumed.next()).event).toBe('reset')
    await resumed.close()
  })

  test('starts over when it did not enable resuming', async () => {
    const resumed = await open('listen/production?query=*', 'tx-a#a')
    expect((await resumed.next()).event).toBe('welcome')
    await resumed.close()
  })
})

describe('live events after a lost connection', () => {
  const path = 'live/events/production'

  test('include the missed events, even if only the welcome was received before', async () => {
    const first = await open(path)
    const welcome = await first.next()
    await first.close()
    await write('e')
    const resumed = await open(path, welcome.id)
    expect(await resumed.next()).toMatchObject({event: 'welcome', id: welcome.id})
    expect(await resumed.next()).toMatchObject({event: 'message', id: 'tx-e'})
    await resumed.close()
  })

  test('continue for a polyfill, which sends its position in the address', async () => {
    const resumed = await open(`${path}?lastEventId=tx-a`)
    expect(await resumed.next()).toMatchObject({event: 'welcome', id: 'tx-a'})
    expect(await resumed.next()).toMatchObject({event: 'message', id: 'tx-b'})
    await resumed.close()
  })

  test('include drafts with the documented parameter too', async () => {
    const all = await open(`${path}?includeAllDocuments=true`)
    expect((await all.next()).event).toBe('welcome')
    await write('drafts.live')
    expect(await all.next()).toMatchObject({event: 'message', id: 'tx-drafts.live'})
    await all.close()
  })

  test('restart the client when the feed no longer has the missed events', async () => {
    const resumed = await open(path, 'unknown')
    expect((await resumed.next()).event).toBe('restart')
    await resumed.close()
  })
})

describe('a listener that fails', () => {
  test('is closed with the reason, and the write still succeeds', async () => {
    const filter = encodeURIComponent('*[_type == "guest" && (title, name) == 1]')
    const failing = await open(`listen/production?query=${filter}`)
    expect((await failing.next()).event).toBe('welcome')
    await write('f')
    expect(await failing.next()).toMatchObject({
      event: 'channelError',
      data: {message: expect.stringContaining('tuples can not be evaluated')},
    })
    expect(lake.documents().some(({_id}) => _id === 'f')).toBe(true)
    await write('g')
  })

  test('is closed when its filter takes too long, and other listeners and the write do not notice', async () => {
    const filter = encodeURIComponent('*[title match "*a*a*a*a*a*a*a*a*b"]')
    const hostile = await open(`listen/production?query=${filter}`)
    const honest = await open('listen/production?query=*[_type == "guest"]')
    expect((await hostile.next()).event).toBe('welcome')
    expect((await honest.next()).event).toBe('welcome')
    await write('slow', {title: 'a'.repeat(100)})
    expect(await hostile.next()).toMatchObject({
      event: 'channelError',
      data: {message: expect.stringContaining('took longer than 100 ms')},
    })
    expect(await honest.next()).toMatchObject({event: 'mutation', id: 'tx-slow#slow'})
    await honest.close()
  })

  test('has its slow filter tried once, because everybody waits for it', async () => {
    let evaluations = 0
    const clock = {
      now: () => {
        // The filter's own time, and not the write's.
        if (new Error().stack?.includes('listenRoutes')) evaluations++
        return new Date('2026-11-17T10:00:00Z')
      },
    }
    // Too long to be tried again because the machine is busy.
    const limits = {listenerFilterMilliseconds: 800}
    const other = createLake({
      file: ':memory:',
      projectId: 'local',
      dataset: 'production',
      clock,
      limits,
    })
    const query = encodeURIComponent('*[title match "*a*a*a*a*a*a*a*a*b"]')
    const response = await other.fetch(new Request(`${host}/listen/production?query=${query}`))
    other.import([
      {file: 'a', text: `{"_id": "a", "_type": "guest", "title": "${'a'.repeat(100)}"}`},
    ])
    other.import([
      {file: 'b', text: `{"_id": "b", "_type": "guest", "title": "${'a'.repeat(100)}"}`},
    ])
    // The stream ends.
    expect(await response.text()).toContain('took longer than 800 ms')
    expect(evaluations).toBe(1)
    other.close()
  })

  test('is rejected when its filter is too long to parse it while others wait', async () => {
    const rejected = await open(`listen/production?query=${Array(5_000).fill('1').join('%2B')}`)
    expect(await rejected.next()).toMatchObject({
      event: 'channelError',
      data: {error: {type: 'queryLimitError'}},
    })
  })
})
