import {existsSync, readFileSync, statSync} from 'node:fs'
import {extname, join} from 'node:path'
import * as z from 'zod'

/** A host of plain files, as far as its documentation says how it answers. */
export interface StaticHost {
  /** The path that the host serves the folder at, with a slash at both ends. */
  base: string
  /** Headers that the host adds to the response of a path. */
  headersFor: (path: string) => Headers
}

/** Types of the extensions that a site has, as every host below sends them. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** GitHub Pages: a project page is below the name of its repository, and headers cannot be set. */
export function gitHubPages(repository: string): StaticHost {
  return {
    base: `/${repository}/`,
    headersFor: () =>
      new Headers({'access-control-allow-origin': '*', 'cache-control': 'max-age=600'}),
  }
}

/** Netlify and Cloudflare: the file `_headers` of the folder. https://docs.netlify.com/manage/routing/headers/ */
export function withHeadersFile(folder: string): StaticHost {
  const rules = readFileSync(join(folder, '_headers'), 'utf8')
    .split(/\n(?=\S)/)
    .map((block) => block.trim().split('\n'))
  return hostWith(
    rules.map(([path = '', ...lines]) => ({
      matches: (requested: string) =>
        path.endsWith('*') ? requested.startsWith(path.slice(0, -1)) : requested === path,
      headers: lines.map((line): [string, string] => {
        const [, name = '', value = ''] = /^\s*([\w-]+):\s*(.+)$/.exec(line) ?? []
        return [name, value]
      }),
    })),
  )
}

const vercelConfig = z.object({
  headers: z.array(
    z.object({
      source: z.string(),
      headers: z.array(z.object({key: z.string(), value: z.string()})),
    }),
  ),
})

/** Vercel: `headers` of vercel.json. https://vercel.com/docs/project-configuration */
export function vercel(config: string): StaticHost {
  const {headers} = vercelConfig.parse(JSON.parse(config))
  return hostWith(
    headers.map((rule) => ({
      matches: (requested: string) => new RegExp(`^${rule.source}$`).test(requested),
      headers: rule.headers.map(({key, value}): [string, string] => [key, value]),
    })),
  )
}

interface Rule {
  matches: (path: string) => boolean
  headers: [string, string][]
}

function hostWith(rules: readonly Rule[]): StaticHost {
  return {
    base: '/',
    headersFor: (path) => {
      const headers = new Headers()
      for (const rule of rules) {
        if (!rule.matches(path)) continue
        for (const [name, value] of rule.headers) headers.set(name, value)
      }
      return headers
    },
  }
}

/**
 * Answers a request as the host does: a folder is its `index.html`, at a path with a slash. A path without a file
 * gets `404.html`. What does not begin with the base is another site.
 */
export function answer(folder: string, {base, headersFor}: StaticHost, path: string): Response {
  const {pathname} = new URL(path, 'https://host.example')
  if (!pathname.startsWith(base)) return new Response('There is no site here.', {status: 404})
  const file = join(folder, decodeURIComponent(pathname.slice(base.length)))
  const isFolder = statSync(file, {throwIfNoEntry: false})?.isDirectory() ?? false
  if (isFolder && !pathname.endsWith('/')) {
    return new Response(null, {status: 301, headers: {location: `${pathname}/`}})
  }
  const found = isFolder ? join(file, 'index.html') : file
  // Hosts read it and don't serve it.
  const exists = existsSync(found) && !/\/_(?:headers|redirects)$/.test(pathname)
  const sent = exists ? found : join(folder, '404.html')
  const headers = headersFor(pathname)
  headers.set('content-type', types[extname(sent)] ?? 'application/octet-stream')
  return new Response(readFileSync(sent), {status: exists ? 200 : 404, headers})
}
