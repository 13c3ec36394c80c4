import {describe, expect, test} from 'vitest'

import {lookUpVideo} from '../../../studio/recordings/lookUpVideo.ts'

const video = {youtubeId: 'Aj84quEIEug'}
const answering =
  (body: unknown, status = 200) =>
  async () =>
    Response.json(body, {status})

describe('what YouTube says of a video', () => {
  test('is its title, its channel and its thumbnail, from one request that carries no cookie', async () => {
    const asked: Request[] = []
    const facts = await lookUpVideo(video, {
      fetch: async (input, init) => {
        asked.push(new Request(input, init))
        return Response.json({
          title: ' SBOM  implementation journey ',
          author_name: 'TODO Group',
          thumbnail_url: 'https://i.ytimg.com/vi/Aj84quEIEug/hqdefault.jpg',
        })
      },
    })
    expect(facts).toEqual({
      kind: 'known',
      title: 'SBOM implementation journey',
      channel: 'TODO Group',
      thumbnail: 'https://i.ytimg.com/vi/Aj84quEIEug/hqdefault.jpg',
    })
    expect(asked.map(({url, credentials}) => ({url, credentials}))).toEqual([
      {
        url: 'https://www.youtube.com/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DAj84quEIEug&format=json',
        credentials: 'omit',
      },
    ])
  })

  test('is asked for a playlist by its own address', async () => {
    let asked = ''
    await lookUpVideo(
      {playlistId: 'PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5'},
      {
        fetch: async (input) => {
          asked = new Request(input).url
          return Response.json({title: 'OSPOlogy 2022'})
        },
      },
    )
    expect(new URL(asked).searchParams.get('url')).toBe(
      'https://www.youtube.com/playlist?list=PLiBMylMTGpOKGo7I5Uh5f3XZLt41VllS5',
    )
  })

  test.each([
    'https://evil.example/x.jpg',
    'http://i.ytimg.com/x.jpg',
    'https://notytimg.com/x.jpg',
  ])('never makes the browser ask %s for a picture', async (thumbnail_url) => {
    const fetch = answering({title: 'A', thumbnail_url})
    expect(await lookUpVideo(video, {fetch})).toEqual({kind: 'known', title: 'A'})
  })
})

describe('without an answer the editor goes on, and is told why', () => {
  test.each([
    [404, 'knows no such video'],
    [400, 'knows no such video'],
    [401, 'may not be embedded'],
    [403, 'may not be embedded'],
    [500, 'answered with an error (500)'],
  ])('a refusal with %i', async (status, words) => {
    const facts = await lookUpVideo(video, {fetch: answering({}, status)})
    expect(facts).toEqual({kind: 'unknown', message: expect.stringContaining(words)})
  })

  test.each([
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a page of a captive portal', async () => new Response('<html>Log in</html>')],
    ['an answer of another shape', answering({error: 'none'})],
  ])('%s', async (_, fetch) => {
    const facts = await lookUpVideo(video, {fetch})
    expect(facts).toEqual({
      kind: 'unknown',
      message: expect.stringContaining('could not be reached'),
    })
  })

  test('a request that hangs is given up', async () => {
    const hanging: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      )
    const facts = await lookUpVideo(video, {fetch: hanging, within: 5})
    expect(facts).toEqual({kind: 'unknown', message: expect.stringContaining('in time')})
  })
})
