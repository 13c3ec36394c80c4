import {deflateSync} from 'node:zlib'
import {crc32} from 'node:zlib'

import type {Arena, Attack} from '../attack.ts'
import {editorToken} from '../product.ts'
import {statusOf} from '../request.ts'

const transforms: Readonly<Record<string, string>> = {
  'enlarged a hundredfold': 'w=5000&h=5000&fit=scale&fm=jpg',
  'enlarged with dpr': 'w=5000&h=5000&dpr=5&fit=scale&fm=jpg',
  'as AVIF': 'w=4000&h=4000&fit=scale&fm=avif',
  blurred: 'w=4000&h=4000&blur=2000&fit=scale',
  'with numbers that are none': 'w=NaN&h=-1&dpr=1e9&rect=0,0,1e9,1e9&q=999',
  'with a long parameter': `w=10&bg=${'f'.repeat(50_000)}`,
}

const uploads: Readonly<Record<string, () => Uint8Array>> = {
  'a PNG of 60,000 × 60,000': () => pngBomb(60_000),
  'a PNG of 20,000 × 20,000': () => pngBomb(20_000),
  'an SVG with a script': () =>
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ),
  'an SVG that repeats itself': () => Buffer.from(billionLaughs()),
  'an SVG that reads a file': () =>
    Buffer.from(
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>',
    ),
  'an SVG of a huge size': () =>
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"/>'),
  'a cut PNG': () => pngBomb(1000).slice(0, 60),
  'no image': () => Buffer.from('GIF89a but not really'),
}

export const imageAttacks: Attack[] = [
  ...Object.entries(transforms).map(([name, parameters]): Attack => ({
    kind: 'image',
    name: `an image ${name}, eight at once`,
    run: async (arena) => {
      const requests = Array.from({length: 8}, () => {
        // A parameter of its own, so that no answer comes from a cache.
        const url = `${arena.product.lakeUrl}/${arena.product.imagePath}?${parameters}`
        return statusOf(`${url}&sharp=${arena.random.integer(100)}`, {signal: arena.signal})
      })
      return [...new Set(await Promise.all(requests))].toSorted().join(' ')
    },
  })),
  ...Object.entries(uploads).map(([name, bytes]): Attack => ({
    kind: 'image',
    name: `upload of ${name}`,
    run: (arena) => upload(bytes(), arena),
  })),
]

async function upload(bytes: Uint8Array, {product, signal}: Arena): Promise<string> {
  const url = `${product.guardedLakeUrl}/v1/assets/images/production`
  const body = Buffer.from(bytes)
  const stranger = await statusOf(url, {method: 'POST', body, signal})
  const headers = {authorization: `Bearer ${editorToken}`}
  const editor = await statusOf(url, {method: 'POST', body, signal, headers})
  return `${stranger} without a token, ${editor} with one`
}

/** Returns a PNG of black pixels that is small in its file. */
function pngBomb(size: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // One bit for each pixel.
  header[8] = 1
  const rows = Buffer.alloc((size / 8 + 1) * Math.min(size, 2000))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function billionLaughs(): string {
  const levels = Array.from({length: 9}, (_, level) => {
    const uses = `<use href="#l${level}"/>`.repeat(10)
    return `<g id="l${level + 1}">${uses}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs><rect id="l0" width="1" height="1"/>${levels.join('')}</defs><use href="#l9"/></svg>`
}
