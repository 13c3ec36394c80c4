import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import type {ImportLimits} from '../../../cli/import/importLimits.ts'
import {countingServer, importSetup, type ImportSetup, ndjson, person} from './importSetup.ts'

const png = await sharp({create: {width: 4, height: 4, channels: 3, background: '#37a'}})
  .png()
  .toBuffer()

let setup: ImportSetup
let server: Awaited<ReturnType<typeof countingServer>>
beforeEach(async () => {
  setup = await importSetup()
  server = await countingServer((request, response) => {
    const redirect = /^\/to\?(.*)$/.exec(request.url ?? '')?.[1]
    if (redirect !== undefined) {
      response.writeHead(302, {location: decodeURIComponent(redirect)}).end()
    } else if (request.url === '/endless') {
      response.writeHead(200)
      const timer = setInterval(() => response.write(Buffer.alloc(1024)), 1)
      response.on('close', () => clearInterval(timer))
    } else if (request.url === '/silent') response.writeHead(200).flushHeaders()
    else if (request.url === '/text.png') response.end('no image')
    else response.end(png)
  })
})
afterEach(async () => {
  await server.close()
  await setup.close()
})

const guest = (reference: unknown, id = 'ada') => ({
  ...person(id),
  photo: {_type: 'image', _sanityAsset: reference},
})

async function importing(documents: object[], ...args: string[]) {
  await setup.write('guests.ndjson', ndjson(...documents))
  return setup.run('guests.ndjson', ...args)
}

/** Imports with other limits. The address of the server is allowed. */
async function importingWith(documents: object[], limits: Partial<ImportLimits>): Promise<string> {
  await setup.write('guests.ndjson', ndjson(...documents))
  return setup.runWith('guests.ndjson', {allowHosts: [server.host], limits})
}

describe('an NDJSON file of a stranger', () => {
  test.each([
    ['image@file:///etc/hostname', 'read from an archive only'],
    ['file@file:///etc/hostname', 'read from an archive only'],
    ['file@file://./../../etc/hostname', 'read from an archive only'],
    ['image@FILE:///etc/hostname', 'read from an archive only'],
    ['image@ftp://127.0.0.1/a', 'Addresses with ftp: are not read'],
    ['image@data:image/png;base64,AAAA', 'Addresses with data: are not read'],
    ['image@https://user:secret@example.org/a.png', 'user name or password'],
    ['image@http://example.org/a.png', 'add --allow-host example.org'],
    ['image@nonsense', 'not a valid address'],
    ['video@https://example.org/a.mp4', 'Expected `image@` or `file@`'],
    [{evil: true}, 'Expected `image@` or `file@`'],
  ])('cannot send %s: it is refused with document, line, reason and remedy', async (asset, why) => {
    const result = await importing([person('good'), guest(asset)])
    expect(result.code).toBe(1)
    expect(result.err).toContain('Nothing was imported')
    expect(result.err).toContain('guests.ndjson:2  ada photo: ')
    expect(result.err).toContain(why)
    expect(setup.lake.count()).toBe(0)
  })

  test('cannot reach a server of this machine or network', async () => {
    const port = server.host.split(':')[1]
    const hosts = [
      `127.0.0.1:${port}`,
      `localhost:${port}`,
      `[::1]:${port}`,
      `[::ffff:7f00:1]:${port}`,
    ]
    const documents = hosts.flatMap((host, index) => [
      guest(`image@https://${host}/a.png`, `https-${index}`),
      guest(`image@http://${host}/a.png`, `http-${index}`),
    ])
    const result = await importing([...documents, guest('file@https://169.254.169.254/', 'cloud')])
    expect(result.err).toContain('because of 4 problems')
    expect((await importing(documents.filter(({_id}) => _id.startsWith('https')))).err).toContain(
      'private or reserved address',
    )
    expect(server.paths).toEqual([])
    expect(setup.lake.count()).toBe(0)
  })

  test('cannot escape through a redirect: each address is checked', async () => {
    for (const [to, why] of [
      ['http://127.0.0.1:9/', '--allow-host 127.0.0.1:9'],
      ['https://127.0.0.1:9000/', 'private or reserved address'],
      ['file:///etc/hostname', 'Addresses with file: are not read'],
      [`http://${server.host}/to?${encodeURIComponent('https://[::1]/')}`, 'private or reserved'],
    ]) {
      const address = `http://${server.host}/to?${encodeURIComponent(to ?? '')}`
      const result = await importing([guest(`image@${address}`)], '--allow-host', server.host)
      expect(result.err).toContain('Nothing was imported')
      expect(result.err).toContain(why)
    }
    expect(setup.lake.count()).toBe(0)
  })

  test('cannot keep it busy: redirects, bytes and time are bounded, and nothing is stored', async () => {
    const loop = `http://${server.host}/to?${encodeURIComponent('/to?%2Fto%3F%252F')}`
    const cases = [
      [loop, {redirects: 1}, 'redirects too many times'],
      [`http://${server.host}/endless`, {assetBytes: 10_000}, 'larger than 10000 bytes'],
      [`http://${server.host}/endless`, {downloadBytes: 10_000}, 'All downloads together'],
      [`http://${server.host}/silent`, {downloadTime: 100}, 'not complete within 0.1 s'],
      [`http://${server.host}/silent`, {totalDownloadTime: 100}, 'not complete within'],
      [`http://${server.host}/a.png`, {downloads: 0}, 'The limit is 0'],
    ] as const
    for (const [url, limits, why] of cases) {
      expect(await importingWith([guest(`image@${url}`)], limits)).toContain(why)
    }
    expect(setup.lake.count()).toBe(0)
  })

  test('is refused as a whole when the Content Lake rejects one of its images', async () => {
    const documents = [
      guest(`image@http://${server.host}/good.png`, 'good'),
      guest(`image@http://${server.host}/text.png`, 'bad'),
    ]
    const result = await importing(documents, '--allow-host', server.host)
    expect(result.err).toContain('An image or a file was rejected')
    expect(result.err).toContain('Nothing was imported.')
    expect(setup.lake.count()).toBe(0)
  }, 60_000)
})

test('an allowed host is downloaded, once for each address, and the name of its file is kept', async () => {
  const address = `image@http://${server.host}/summer%20meeting.png`
  const result = await importing(
    [guest(address, 'a'), guest(address, 'b')],
    '--allow-host',
    server.host,
  )
  expect(result).toMatchObject({code: 0, out: '2 documents imported.\n'})
  expect(server.paths).toEqual(['/summer%20meeting.png'])
  const documents = setup.lake.documents()
  const asset = documents.find(({_type}) => _type === 'sanity.imageAsset')
  expect(asset).toMatchObject({originalFilename: 'summer_meeting.png'})
  const photos = documents.filter(({_type}) => _type === 'guest').map(({photo}) => photo)
  expect(photos).toEqual(
    [1, 2].map(() => ({_type: 'image', asset: {_type: 'reference', _ref: asset?._id}})),
  )
})

test('a file that is refused causes no request for the other files', async () => {
  const result = await importing(
    [guest(`image@http://${server.host}/a.png`, 'a'), guest('file@file:///etc/hostname', 'b')],
    '--allow-host',
    server.host,
  )
  expect(result.code).toBe(1)
  expect(server.paths).toEqual([])
})
