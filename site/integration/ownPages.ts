import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroConfig} from 'astro'

/** What a page of a project can be written in. */
const pageTypes = ['astro', 'md', 'mdx', 'html', 'ts', 'js'] as const

/** Returns a function that says whether a project has a page or a public file of its own at an address. */
export function ownPages({
  srcDir,
  publicDir,
}: Pick<AstroConfig, 'srcDir' | 'publicDir'>): (pattern: string) => boolean {
  const pages = fileURLToPath(new URL('pages/', srcDir))
  const files = fileURLToPath(publicDir)
  return (pattern) => {
    const name = pattern === '/' ? 'index' : pattern.slice(1)
    if (pattern !== '/' && existsSync(join(files, name))) return true
    return pageTypes.some(
      (type) =>
        existsSync(join(pages, `${name}.${type}`)) ||
        existsSync(join(pages, name, `index.${type}`)),
    )
  }
}
