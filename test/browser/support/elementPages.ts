import {resolve} from 'node:path'
import {build} from 'esbuild'

import {pageServer} from '../../support/pageServer.ts'

/** Bundles a file of the elements for a browser. */
export async function bundleElements(file = 'index.ts', format: 'esm' | 'iife' = 'esm') {
  const {outputFiles} = await build({
    entryPoints: [resolve(import.meta.dirname, '../../../elements', file)],
    bundle: true,
    format,
    platform: 'browser',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** A page with the elements. */
export function plainPage(body: string): string {
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Meetings</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/page.css"><script type="module" src="/element.js"></script><body>${body}</body></html>`
}

/** axe treats a page without a background as white, even in dark mode. */
export const pageStyles = 'html {background: Canvas}'

/** A response with a strict policy, because the elements need neither inline styles nor inline scripts. */
export function typed(text: string, type: string): Response {
  const policy = "default-src 'self'"
  return new Response(text, {
    headers: {'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy},
  })
}

/** Serves the elements, one `events.json`, and a page with the parameter `body` at every other address. */
export async function elementServer(events: object) {
  const script = await bundleElements()
  return pageServer((request) => {
    const {pathname, searchParams} = new URL(request.url)
    if (pathname === '/element.js') return typed(script, 'text/javascript')
    if (pathname === '/page.css') return typed(pageStyles, 'text/css')
    if (pathname === '/events.json') return typed(JSON.stringify(events), 'application/json')
    return typed(plainPage(searchParams.get('body') ?? ''), 'text/html')
  })
}
