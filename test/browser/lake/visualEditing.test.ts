import {apiVersion} from '@touchpoints/schemas/defaults'
import {build} from 'esbuild'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {runLake} from '../../lake/support/runLake.ts'
import {chromiumPath, launchChromium} from '../../support/chromium.ts'
import {pageServer} from '../../support/pageServer.ts'

if (!chromiumPath)
  console.log('Skipping the browser tests of visual editing, because Chromium is not installed.')

const studioUrl = 'http://studio.localhost/studio'

/** A page without a framework: it shows a post with stega, and has the official overlays. */
const script = (apiHost: string) => `
import {createClient} from '@sanity/client'
import {enableVisualEditing} from '@sanity/visual-editing'
const client = createClient({
  projectId: 'local', dataset: 'production', apiHost: '${apiHost}', useProjectHostname: false,
  useCdn: false, apiVersion: '${apiVersion}', perspective: 'drafts',
  stega: {enabled: true, studioUrl: '${studioUrl}'},
})
const query = '*[_type == "post"][0]{title, "by": author->name, "text": body[].children[].text}'
const {title, by, text} = await client.fetch(query)
for (const each of [title, by, ...text]) {
  document.body.append(Object.assign(document.createElement('p'), {textContent: each}))
}
enableVisualEditing()
`

describe.skipIf(!chromiumPath)('the overlays of @sanity/visual-editing', () => {
  let lake: Awaited<ReturnType<typeof runLake>>
  let server: Awaited<ReturnType<typeof pageServer>>
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    lake = await runLake()
    const span = {_key: 's', _type: 'span', text: 'Body of the post'}
    const documents = [
      {_id: 'ada', _type: 'author', name: 'Ada'},
      {
        _id: 'drafts.post',
        _type: 'post',
        title: 'Title of the draft',
        author: {_type: 'reference', _ref: 'ada'},
        body: [{_key: 'b', _type: 'block', children: [span]}],
      },
    ]
    const text = documents.map((document) => JSON.stringify(document)).join('\n')
    lake.lake.import([{file: 'posts', text}])
    const {outputFiles} = await build({
      stdin: {contents: script(lake.url), resolveDir: import.meta.dirname},
      bundle: true,
      format: 'esm',
      platform: 'browser',
      define: {'process.env.NODE_ENV': '"production"'},
      write: false,
      outdir: '.',
    })
    const bundle = outputFiles.find(({path}) => path.endsWith('.js'))
    server = await pageServer((request) =>
      new URL(request.url).pathname === '/page.js'
        ? new Response(bundle?.text, {headers: {'content-type': 'text/javascript'}})
        : new Response('<!doctype html><body><script type="module" src="/page.js"></script>', {
            headers: {'content-type': 'text/html'},
          }),
    )
    browser = await launchChromium()
    page = await browser.newPage()
    await page.goto(server.origin)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await lake?.close()
  })

  test.each([
    ['Title of the draft', 'id=post;type=post;path=title'],
    ['Ada', 'id=ada;type=author;path=name'],
    ['Body of the post', 'id=post;type=post;path=body:b.children:s.text'],
  ])('lead from "%s" to its own field in the Studio', async (text, target) => {
    await page.getByText(text).hover()
    const link = page.locator('sanity-visual-editing a:visible').first()
    await expect.poll(() => link.getAttribute('href'), {timeout: 20_000}).toContain(studioUrl)
    expect(decodeURIComponent((await link.getAttribute('href')) ?? '')).toContain(target)
  })
})
