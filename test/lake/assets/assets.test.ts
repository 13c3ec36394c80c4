import sharp from 'sharp'
import {afterAll, describe, expect, test} from 'vitest'
import {runLake} from '../support/runLake.ts'

const {client, url: address, close} = await runLake()
afterAll(close)
// An image with a red left half and a white right half.
const half = (background: string) => ({
  create: {width: 200, height: 300, channels: 3 as const, background},
})
const png = await sharp({create: {width: 400, height: 300, channels: 3, background: '#fff'}})
  .composite([{input: await sharp(half('#c02020')).png().toBuffer(), left: 0, top: 0}])
  .png()
  .toBuffer()

const upload = () => client.assets.upload('image', png, {filename: 'halves.png'})
const sizeOf = async (url: string, headers = {}) => {
  const response = await fetch(url, {headers})
  const bytes = Buffer.from(await response.arrayBuffer())
  const {width, height, format} = await sharp(bytes).metadata()
  return {width, height, format, type: response.headers.get('content-type')}
}

describe('images', () => {
  test('an uploaded image gets the metadata that the hosted service stores', async () => {
    const asset = await upload()
    expect(asset).toMatchObject({
      _type: 'sanity.imageAsset',
      originalFilename: 'halves.png',
      extension: 'png',
      mimeType: 'image/png',
      size: png.byteLength,
      metadata: {
        dimensions: {width: 400, height: 300, aspectRatio: 4 / 3},
        isOpaque: true,
        lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
        blurHash: expect.stringMatching(/^.{20,}$/),
        palette: {
          vibrant: {background: expect.stringMatching(/^#c02.2.$/), foreground: '#fff'},
          dominant: {population: expect.closeTo(50, 0)},
        },
      },
    })
    expect(asset._id).toMatch(/^image-[0-9a-f]{40}-400x300-png$/)
    expect(asset.url).toBe(`${address}/${asset.path}`)
  })

  test('uploading the same content again returns the same asset', async () => {
    const [first, second] = [await upload(), await upload()]
    expect(second).toEqual(first)
    await expect(client.fetch('count(*[_type == "sanity.imageAsset"])')).resolves.toBe(1)
  })

  test('the original is served byte for byte and may be cached forever', async () => {
    const response = await fetch((await upload()).url)
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true)
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  test.each([
    ['w=100', {width: 100, height: 75}],
    ['h=150', {width: 200, height: 150}],
    ['w=100&h=100', {width: 100, height: 75}],
    ['w=100&h=100&fit=crop', {width: 100, height: 100}],
    ['w=100&h=100&fit=scale', {width: 100, height: 100}],
    ['w=100&h=100&fit=fill', {width: 100, height: 100}],
    ['w=1000', {width: 1000, height: 750}],
    ['w=1000&fit=max', {width: 400, height: 300}],
    ['w=100&dpr=2', {width: 200, height: 150}],
    ['rect=0,0,200,100', {width: 200, height: 100}],
    ['w=50&rect=0,0,200,100', {width: 50, height: 25}],
    ['fm=webp', {format: 'webp', type: 'image/webp'}],
    ['fm=jpg&q=30', {format: 'jpeg', type: 'image/jpeg'}],
  ])('%s', async (query, expected) => {
    const {url} = await upload()
    await expect(sizeOf(`${url}?${query}`)).resolves.toMatchObject(expected)
  })

  test('auto=format returns a format that the browser accepts', async () => {
    const {url} = await upload()
    const accept = 'image/webp,image/png'
    await expect(sizeOf(`${url}?auto=format`, {accept})).resolves.toMatchObject({format: 'webp'})
    await expect(sizeOf(`${url}?auto=format`, {accept: 'image/*'})).resolves.toMatchObject({
      format: 'png',
    })
  })

  test.each(['w=0', 'w=99999', 'w=wide', 'q=200', 'rect=1,2', 'rect=390,0,200,100'])(
    '%s is rejected, because a guess would hide the mistake',
    async (query) => {
      const response = await fetch(`${(await upload()).url}?${query}`)
      expect(response.status).toBe(400)
    },
  )

  test('an image that the browser has cached is not sent again', async () => {
    const {url} = await upload()
    for (const address of [url, `${url}?w=50`]) {
      const first = await fetch(address)
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[0-9a-f]{40}"$/)
      const cached = await fetch(address, {headers: {'if-none-match': `W/"other", ${etag}`}})
      expect(cached.status).toBe(304)
      const other = await fetch(address, {headers: {'if-none-match': '"other"'}})
      expect(other.status).toBe(200)
    }
    const tags = await Promise.all(['w=50', 'w=51', 'fm=webp'].map((q) => fetch(`${url}?${q}`)))
    expect(new Set(tags.map(({headers}) => headers.get('etag'))).size).toBe(3)
  })

  test('a format that depends on the browser sets Vary, so that caches keep the formats apart', async () => {
    const {url} = await upload()
    expect((await fetch(`${url}?auto=format`)).headers.get('vary')).toContain('Accept')
    expect((await fetch(`${url}?fm=webp`)).headers.get('vary')).toBeNull()
  })

  test('a readable name may follow the asset’s name in the URL', async () => {
    const {url} = await upload()
    const response = await fetch(`${url}/halves-of-red-and-white.png`)
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true)
  })

  test('unknown parameters return the original', async () => {
    const {url} = await upload()
    const response = await fetch(`${url}?v=2&dl=`)
    expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true)
    expect(response.headers.get('content-disposition')).toContain('halves.png')
  })

  test('a file that is not an image is rejected', async () => {
    const upload = client.assets.upload('image', Buffer.from('not an image'), {filename: 'x.png'})
    await expect(upload).rejects.toMatchObject({statusCode: 400})
  })

  test('an unknown image is not found', async () => {
    const name = `${'0'.repeat(40)}-1x1.png`
    const {url} = await upload()
    for (const unknown of [
      `${address}/images/local/production/${name}`,
      url.replace('/local/', '/other/'),
      url.replace('/production/', '/other/'),
    ]) {
      expect((await fetch(unknown)).status).toBe(404)
    }
  })
})

describe('files', () => {
  const notes = () =>
    client.assets.upload('file', Buffer.from('0123456789'), {
      filename: 'Notes äö.txt',
      contentType: 'text/plain',
    })

  test('an uploaded file is described and served with its type', async () => {
    const asset = await notes()
    expect(asset._id).toMatch(/^file-[0-9a-f]{40}-txt$/)
    const response = await fetch(asset.url)
    expect(response.headers.get('content-type')).toBe('text/plain')
    await expect(response.text()).resolves.toBe('0123456789')
  })

  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=20-', 416, '', 'bytes */10'],
    ['lines=1-2', 200, '0123456789', null],
  ])('the range %s', async (range, status, body, contentRange) => {
    const response = await fetch((await notes()).url, {headers: {range}})
    expect(response.status).toBe(status)
    await expect(response.text()).resolves.toBe(body)
    expect(response.headers.get('content-range')).toBe(contentRange)
  })

  test('?dl downloads the file with its original name', async () => {
    const response = await fetch(`${(await notes()).url}?dl=`)
    expect(response.headers.get('content-disposition')).toContain("UTF-8''Notes%20%C3%A4%C3%B6.txt")
  })

  test('an uploaded page cannot run scripts as the lake', async () => {
    const {url} = await client.assets.upload('file', Buffer.from('<script>alert(1)</script>'), {
      filename: 'evil.html',
      contentType: 'text/html',
    })
    const response = await fetch(url)
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })
})
