import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

import {imageOfFile} from '../src/images/imageFile.ts'
import {BuildError} from '../src/static/BuildError.ts'

/** Files that can name an image. */
const pages = /\.html$/
const addresses = /\/media\/images\/[\w./-]+/g

/** Images that are fetched at the same time. The lake resizes each, and uses all processors for it. */
const together = 4

/**
 * Writes each image that a page of a static site shows. The lake is reachable only on its own machine.
 *
 * @param folder - of the built files
 * @param apiHost - URL of the embedded Content Lake
 * @throws BuildError if an image cannot be read
 */
export async function writeImages(folder: string, apiHost: string): Promise<number> {
  const files = [...(await shownImages(folder))]
  const queue = files.values()
  const work = async () => {
    for (const file of queue) await writeImage(folder, file, apiHost)
  }
  await Promise.all(Array.from({length: together}, work))
  return files.length
}

async function shownImages(folder: string): Promise<Set<string>> {
  const names = await readdir(folder, {recursive: true})
  const shown = new Set<string>()
  for (const name of names.filter((each) => pages.test(each))) {
    const html = await readFile(join(folder, name), 'utf8')
    for (const [address] of html.matchAll(addresses)) shown.add(address)
  }
  return shown
}

async function writeImage(folder: string, file: string, apiHost: string): Promise<void> {
  const image = imageOfFile(file)
  if (image === undefined) return
  const url = new URL(image, apiHost)
  // Every browser that runs the scripts of the site reads WebP.
  const headers = {accept: 'image/webp,*/*'}
  const response = await fetch(url, {headers, signal: AbortSignal.timeout(30_000)}).catch(
    (error: unknown) => {
      throw new BuildError(`The image ${url.href} could not be read: ${String(error)}`)
    },
  )
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok || !type.startsWith('image/')) {
    throw new BuildError(
      `The image ${url.href} could not be read: the Content Lake answered ${response.status}. Replace it in the Studio and build again.`,
    )
  }
  const target = join(folder, file)
  await mkdir(dirname(target), {recursive: true})
  await writeFile(target, new Uint8Array(await response.arrayBuffer()))
}
