import {join, resolve} from 'node:path'
import {gzipSync} from 'node:zlib'

import {build} from 'esbuild'

/** The script that each page sends to visitors. Pages that are not listed are HTML of the server. */
const scripts: Readonly<Record<string, string>> = {
  fullCalendar: join(import.meta.dirname, 'programs/fullCalendar/page.ts'),
  touchpointsElements: resolve(import.meta.dirname, '../../elements/index.ts'),
}

/**
 * Returns the kilobytes of JavaScript that a page sends, minified and gzipped. next-sanity and @sanity/astro
 * render this page on the server. What their frameworks send with every page is not part of it.
 *
 * @param folder - with the packages of the program
 */
export async function shippedKilobytes(name: string, folder: string): Promise<number> {
  const entry = scripts[name]
  if (entry === undefined) return 0
  const {outputFiles} = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
    nodePaths: [join(folder, 'node_modules')],
  })
  const bytes = outputFiles.reduce((sum, {contents}) => sum + gzipSync(contents).length, 0)
  return Math.round(bytes / 100) / 10
}
