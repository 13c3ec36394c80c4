import {describe, expect, test} from 'vitest'

import {lookUpVideo} from '../../../studio/recordings/lookUpVideo.ts'

const video = {youtubeId: 'Aj84quEIEug'}
const respondingWith =
  (body: unknown, status = 200) =>
  async () =>
    Response.json(body, {status})

describe('lookUpVideo', () => {
  test('returns title, channel and thumbnail with one request without cookies', async () => {
    const requests: Request[] = []
    const details = await lookUpVideo(video, {
      fetch: async (input, init) => {
        requests.push(new Request(input, init))
        return Response.json({
          title: ' SBOM  implementation journey ',
          author_name: 'TODO Group',
          thumbnail_url: 'https://i.ytimg.com/vi/Aj84quEIEug/hqdefault.jpg',
        })
      },
    })
    expect(details).toEqual({
      kind: 'known',
      title: 'SBOM implementation journey',
      channel: 'TODO Group',
      thumbnail: 'https://i.ytimg.com/vi/Aj84quEIEug/hqdefault.jpg',
    })
    expect(requests.map(({url, credentials}) => ({url, credentials}))).toEqual([
      {
        url: 'https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DAj84quEIEug&format=json',
        credentials: 'omit',
      },
    ])
  })

  test('requests a playlist by its URL', async () => {
    let requested = ''
    await lookUpVideo(
      {playlistId: 'PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5'},
      {
        fetch: async (input) => {
          requested = new Request(input).url
          return Response.json({title: 'OSPOlogy 2022'})
        },
      },
    )
    expect(new URL(requested).searchParams.get('url')).toBe(
      'https://www.youtube.com/playlist?list=PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5',
    )
  })

  test.each([
    'https://evil.example/x.jpg',
    'http://i.ytimg.com/x.jpg',
    'https://notytimg.com/x.jpg',
  ])(
    'drops the thumbnail %s, so that the browser only loads images from YouTube',
    async (thumbnail_url) => {
      const fetch = respondingWith({title: 'A', thumbnail_url})
      expect(await lookUpVideo(video, {fetch})).toEqual({kind: 'known', title: 'A'})
    },
  )
})

describe('without a result, lookUpVideo returns a message that says why', () => {
  test.each([
    [404, 'has no such video'],
    [400, 'has no such video'],
    [401, 'cannot be embedded'],
    [403, 'cannot be embedded'],
    [500, 'responded with an error (500)'],
  ])('for the status %i', async (status, message) => {
    const details = await lookUpVideo(video, {fetch: respondingWith({}, status)})
    expect(details).toEqual({kind: 'unknown', message: expect.stringContaining(message)})
  })

  test.each([
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['behind a captive portal', async () => new Response('<html>Log in</html>')],
    ['with an unexpected response', respondingWith({error: 'none'})],
  ])('%s', async (_, fetch) => {
    const details = await lookUpVideo(video, {fetch})
    expect(details).toEqual({
      kind: 'unknown',
      message: expect.stringContaining('Could not reach YouTube'),
    })
  })

  test('after a timeout', async () => {
    const hanging: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      )
    const details = await lookUpVideo(video, {fetch: hanging, timeout: 5})
    expect(details).toEqual({kind: 'unknown', message: expect.stringContaining('in time')})
  })
})
