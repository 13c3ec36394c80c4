import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {writeImages} from '../../../site/integration/writeImages.ts'
import {imageFile} from '../../../site/src/images/imageFile.ts'
import {pageServer} from '../../support/pageServer.ts'

const name = `${'b'.repeat(40)}-80x80.png`
const image = imageFile(
  `/media/images/touchpoints/production/${name}?w=40&h=40&fit=crop&auto=format`,
)

/** A built site with one page, and a lake. */
async function built(html: string, lake: (request: Request) => Response) {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoints-images-'))
  await writeFile(join(folder, 'index.html'), html)
  const server = await pageServer(lake)
  return {
    folder,
    origin: server.origin,
    [Symbol.asyncDispose]: async () => {
      await server.close()
      await rm(folder, {recursive: true})
    },
  }
}

test('each image of a page becomes a file, once, as WebP', async () => {
  const requests: string[] = []
  const html = `<img src="/site${image}" srcset="/site${image} 1x, /site${image} 2x" alt="">`
  await using site = await built(html, (request) => {
    const {pathname, search} = new URL(request.url)
    requests.push(`${pathname}${search} ${request.headers.get('accept')}`)
    return new Response('webp', {headers: {'content-type': 'image/webp'}})
  })
  expect(await writeImages(site.folder, site.origin)).toBe(1)
  expect(await readFile(join(site.folder, image), 'utf8')).toBe('webp')
  expect(requests).toEqual([
    `/images/touchpoints/production/${name}?w=40&h=40&fit=crop&auto=format image/webp,*/*`,
  ])
})

test('an image that the lake does not have fails the build, and names it', async () => {
  await using site = await built(
    `<img src="${image}" alt="">`,
    () => new Response(null, {status: 404}),
  )
  await expect(writeImages(site.folder, site.origin)).rejects.toThrow(
    new RegExp(`The site was not built\\. The image .*${name}.* answered 404`),
  )
})
