import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {brotliCompress, gzip} from 'node:zlib'

/** Types that compress well. Fonts and images are compressed already. */
const compressible = /\.(?:css|js|svg)$/

/** Bytes, about one network packet. Below that, compression saves nothing. */
const minBytes = 1000

/** Writes `.br` and `.gz` beside the files of a build, so that no request compresses them. */
export async function compressFiles(folder: URL): Promise<void> {
  const root = fileURLToPath(folder)
  const names = await readdir(root, {recursive: true})
  const files = names.filter((name) => compressible.test(name)).map((name) => join(root, name))
  await Promise.all(files.map(compressFile))
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < minBytes) return
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes), promisify(gzip)(bytes)])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}
