import {basename} from 'node:path'
import {build} from 'esbuild'

/** The project of the stock Studio. */
export const stockProject = {projectId: 'stock', dataset: 'production'} as const

interface StudioFile {
  body: Uint8Array<ArrayBuffer>
  type: string
}

/**
 * Bundles a Studio as its template creates it, with no options for a local lake but `apiHost`.
 *
 * @param apiHost - the address of the lake
 * @returns the files of the Studio by their paths. `/` is the page for every other path.
 */
export async function bundleStockStudio(apiHost: string): Promise<Map<string, StudioFile>> {
  const {outputFiles} = await build({
    stdin: {
      contents: studioSource(apiHost),
      loader: 'ts',
      resolveDir: import.meta.dirname,
      sourcefile: 'studio.ts',
    },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    define: {'process.env': '{}', 'process.env.NODE_ENV': '"production"'},
    outdir: '/static',
    write: false,
    logLevel: 'error',
  })
  const files = new Map<string, StudioFile>()
  for (const {path, contents} of outputFiles) {
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript'
    files.set(`/static/${basename(path)}`, {body: new Uint8Array(contents), type})
  }
  files.set('/', {body: new TextEncoder().encode(page), type: 'text/html; charset=utf-8'})
  return files
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stock Studio</title>
<link rel="stylesheet" href="/static/stdin.css"><style>html, body, #sanity {height: 100%; margin: 0}</style>
<body><div id="sanity"></div><script type="module" src="/static/stdin.js"></script>`

function studioSource(apiHost: string): string {
  return `
import {visionTool} from '@sanity/vision'
import {defineConfig, defineField, defineType, renderStudio} from 'sanity'
import {structureTool} from 'sanity/structure'

const author = defineType({
  name: 'author',
  type: 'document',
  fields: [
    defineField({name: 'name', type: 'string'}),
    defineField({name: 'friend', type: 'reference', to: [{type: 'author'}]}),
  ],
})

renderStudio(
  document.getElementById('sanity'),
  defineConfig({
    ...${JSON.stringify({...stockProject, apiHost})},
    plugins: [structureTool(), visionTool()],
    schema: {types: [author]},
  }),
)`
}
