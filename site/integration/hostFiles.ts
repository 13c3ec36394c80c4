import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {headersFile, staticHeaders} from './staticHeaders.ts'

/**
 * Writes the files with the settings of Netlify and Cloudflare: `_headers` and `_redirects`. Lines of the project, in
 * `public/`, come first and win.
 *
 * The paths have no base: both hosts serve the folder at their root. Behind a proxy that adds a path, they get
 * requests without it. GitHub Pages, which serves a folder below a path, reads neither file.
 *
 * @param folder - of the built files
 */
export async function writeHostFiles(folder: string): Promise<void> {
  await append(join(folder, '_headers'), headersFile(staticHeaders()))
  const start = startOf(await textOf(join(folder, 'index.html')))
  if (start !== undefined) await append(join(folder, '_redirects'), `/ ${start} 302\n`)
}

/** Returns the address to which the page at the root leads, with the base. A page of the project's own leads nowhere. */
function startOf(html: string): string | undefined {
  return /<meta http-equiv="refresh" content="\d+;url=(\/[^"\s]*)">/.exec(html)?.[1]
}

async function append(file: string, text: string): Promise<void> {
  const own = (await textOf(file)).trimEnd()
  await writeFile(file, own === '' ? text : `${own}\n\n${text}`)
}

/** Returns the text of a file, which is empty if it does not exist. */
function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return ''
    throw error
  })
}
