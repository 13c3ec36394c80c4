import sharp from 'sharp'
import {describe, expect, onTestFinished, test} from 'vitest'
import type {LakeLimits} from '../../../lake/index.ts'
import {renditionSize} from '../../../lake/assets/renditionSize.ts'
import {runLake} from '../support/runLake.ts'

const square = (side: number) =>
  sharp({create: {width: side, height: side, channels: 3, background: '#c02020'}})

/** Bytes that no encoder finishes quickly. */
const noise = await sharp(
  Buffer.from(Array.from({length: 200 * 200 * 3}, (_, n) => (n * 2_654_435_761) >>> 24)),
  {raw: {width: 200, height: 200, channels: 3}},
)
  .png()
  .toBuffer()

async function openLake(limits: Partial<LakeLimits> = {}) {
  const {client, close} = await runLake({limits})
  onTestFinished(close)
  const upload = async (bytes: Buffer, filename = 'image.png') =>
    client.assets.upload('image', bytes, {filename})
  return {upload}
}

/** Takes minutes. */
const large = 'w=5000&h=5000&dpr=2&fit=scale&fm=avif'

const sizeOf = async (response: Response) => {
  const {width, height} = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  return {width, height}
}

describe('the size of a rendition', () => {
  const limit = 1_000_000
  const original = {width: 400, height: 300}
  test.each([
    [{}, original, undefined],
    [{width: 100}, original, {width: 100}],
    [{width: 100, height: 50}, original, {width: 100, height: 50}],
    // Keeps the proportions of the request.
    [{width: 25_000, height: 25_000}, original, {width: 1000, height: 1000}],
    [{width: 4000}, original, {width: 1154, height: 866}],
    [{height: 4000}, original, {width: 1154, height: 866}],
    [{}, {width: 4000, height: 3000}, {width: 1154, height: 866}],
    // A strip of one pixel, which grows with the square of its width.
    [{width: 5000}, {width: 1, height: 20_000}, {width: 1, height: 16_383}],
  ])('%o of %o is %o', (transform, source, size) => {
    expect(renditionSize(transform, source, limit)).toEqual(size)
  })
})

describe('an image that a stranger requests', () => {
  test('gets at most the pixels of the budget, also with a high dpr', async () => {
    const {upload} = await openLake({outputPixels: 250_000})
    const {url} = await upload(await square(50).png().toBuffer())
    for (const query of ['w=5000&h=5000&dpr=5&fit=scale&fm=jpg', 'w=5000&dpr=5&fit=crop&fm=webp']) {
      expect(await sizeOf(await fetch(`${url}?${query}`))).toEqual({width: 500, height: 500})
    }
    const avif = await fetch(`${url}?w=5000&dpr=5&fm=avif`)
    expect(await sizeOf(avif)).toEqual({width: 250, height: 250})
  })

  test('is stopped when it takes too long', async () => {
    const {upload} = await openLake({imageMilliseconds: 2_000, outputPixels: 100_000_000})
    const {url} = await upload(noise)
    const response = await fetch(`${url}?${large}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      message: 'Processing the image took longer than 2000 ms',
    })
  })

  test('does not keep small images waiting', async () => {
    // Without the client’s leaving, they would take ten minutes.
    const {upload} = await openLake({imageMilliseconds: 600_000, outputPixels: 100_000_000})
    const {url} = await upload(noise)
    const client = new AbortController()
    const settled: string[] = []
    const attacks = ['80', '81', '82'].map((quality) =>
      fetch(`${url}?${large}&q=${quality}`, {signal: client.signal})
        .catch(() => {})
        .finally(() => settled.push('hostile')),
    )
    for (let width = 10; width < 20; width++) {
      expect((await fetch(`${url}?w=${width}`)).status).toBe(200)
    }
    expect(settled).toEqual([])
    client.abort()
    await Promise.all(attacks)
  })

  test('finds no place when too many wait, and is asked to come back', async () => {
    const {upload} = await openLake({queuedImages: 1, outputPixels: 100_000_000})
    const {url} = await upload(noise)
    const qualities = Array.from({length: 30}, (_, n) => 50 + n)
    const first = await Promise.any(
      qualities.map(async (quality) => {
        const response = await fetch(`${url}?${large}&q=${quality}`)
        if (response.status !== 503) throw new Error(`status ${response.status}`)
        return response
      }),
    )
    expect(first.headers.get('retry-after')).toBe('1')
  })

  test('is stopped when its clients leave, so that the next one has its turn', async () => {
    // Without the clients’ leaving, they would take ten minutes.
    const {upload} = await openLake({imageMilliseconds: 600_000, outputPixels: 100_000_000})
    const {url} = await upload(noise)
    const clients = Array.from({length: 10}, () => new AbortController())
    const left = clients.map(({signal}, n) =>
      fetch(`${url}?${large}&q=${50 + n}`, {signal}).catch(() => 'left'),
    )
    // The small one's answer shows that the large ones have arrived.
    expect((await fetch(`${url}?w=20`)).status).toBe(200)
    for (const client of clients) client.abort()
    await expect(Promise.all(left)).resolves.toEqual(Array(10).fill('left'))
    expect((await fetch(`${url}?w=2000&h=2000&fit=scale&fm=jpg`)).status).toBe(200)
  })
})

describe('an upload', () => {
  // Each frame has another color, because an encoder joins equal ones.
  const frames = async (count: number, side: number) => {
    const images = Array.from({length: count}, (_, n) =>
      sharp({
        create: {
          width: side,
          height: side,
          channels: 3,
          background: {r: n, g: (9 * n) % 255, b: 9},
        },
      })
        .png()
        .toBuffer(),
    )
    return sharp(await Promise.all(images), {join: {animated: true}})
      .gif()
      .toBuffer()
  }
  const svg = (body: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${body}</svg>`)

  test.each([
    ['many pixels in few bytes', () => square(1_100).png().toBuffer(), /1210000 pixels/],
    ['many frames', () => frames(30, 400), /4800000 pixels/],
    [
      'a huge SVG',
      async () => svg('width="30000" height="30000"><rect width="9" height="9"/>'),
      /pixels/,
    ],
    ['a damaged image', async () => Buffer.from('not an image'), /unsupported image format/],
  ])('with %s is rejected, and the error says why', async (_, bytes, reason) => {
    const {upload} = await openLake({inputPixels: 1_000_000, animationPixels: 4_000_000})
    await expect(upload(await bytes())).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(reason),
    })
    expect((await upload(await square(10).png().toBuffer()))._id).toContain('10x10')
  })

  test('with entities that multiply is rejected, and does not stop the lake', async () => {
    const {upload} = await openLake({imageMilliseconds: 3_000})
    const entities = Array.from(
      {length: 12},
      (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`,
    )
    const bomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "lol">${entities.join('')}]>
      <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>&e12;</text></svg>`
    await expect(upload(Buffer.from(bomb), 'bomb.svg')).rejects.toMatchObject({statusCode: 400})
  })

  test('with more bytes than the limit is rejected', async () => {
    const {upload} = await openLake({assetBytes: 100})
    await expect(upload(noise)).rejects.toMatchObject({statusCode: 413})
  })
})
