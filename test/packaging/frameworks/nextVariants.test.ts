import {execFile} from 'node:child_process'
import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import type {SanityClient} from '@sanity/client'
import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {expect} from 'vitest'

import {parseCalendar} from '../../../calendar/index.ts'
import {chromiumPath} from '../../support/chromium.ts'
import {testNow} from '../../support/clock/testNow.ts'
import {lakeClient} from '../../support/lakeClient.ts'
import {addDependencies} from '../support/changeManifest.ts'
import {docsFiles} from '../support/docsFiles.ts'
import {exampleTest} from '../support/exampleTest.ts'
import {installTarballs, installTime, loaderTarballs} from '../support/installTarballs.ts'
import {plant} from '../support/plant.ts'
import {startNext} from '../support/startNext.ts'
import {typeErrors} from '../support/typeErrors.ts'

const run = promisify(execFile)
const secret = 'a secret for tests'
const series = 'series-thursday-touchpoints'

interface Fixtures {
  /** A project with Next 16 and next-sanity, and without an app. */
  project: string
  client: SanityClient
}

const test = exampleTest('next').extend<Fixtures>({
  project: [
    async ({folder}, use) => {
      for (const path of ['app', 'lib']) await rm(join(folder, path), {recursive: true})
      await addDependencies(folder, {'next-sanity': '13.3.4'})
      // The Studio is a peer of next-sanity: a thousand packages that no test here uses.
      await writeFile(join(folder, '.npmrc'), 'legacy-peer-deps=true\n')
      await installTarballs(folder, [...loaderTarballs, 'touchpoints-elements'])
      await use(folder)
    },
    {scope: 'file'},
  ],
  client: [
    async ({lake}, use) => {
      await use(lakeClient(lake.url, {token: 'any'}))
    },
    {scope: 'file'},
  ],
})

/** Replaces the app of a project by files of docs/next.md and some of the test. */
async function writeApp(
  folder: string,
  paths: readonly string[],
  others: Readonly<Record<string, string>>,
): Promise<void> {
  for (const path of ['app', 'lib', '.next'])
    await rm(join(folder, path), {recursive: true, force: true})
  const documented = await docsFiles('docs/next.md')
  const files = {
    ...Object.fromEntries(paths.map((path) => [path, documented.get(path) ?? missing(path)])),
    'app/layout.tsx': `
      import type {ReactNode} from 'react'
      export default function Layout({children}: {children: ReactNode}) {
        return <html lang="en"><body>{children}</body></html>
      }`,
    ...others,
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), text)
  }
}

function missing(path: string): never {
  throw new Error(`docs/next.md does not show ${path}`)
}

test(
  'a static export has a file for each address of the calendar',
  async ({project, env}) => {
    await writeApp(project, ['app/api/[name]/route.ts'], {
      'app/page.tsx': 'export default function Page() { return <main>Static</main> }',
      'next.config.ts': `export default {output: 'export'}`,
    })
    const next = join(project, 'node_modules/next/dist/bin/next')
    const options = {cwd: project, env: {...env, NODE_OPTIONS: ''}, timeout: 400_000}
    await run(process.execPath, [next, 'build'], options)
    const api = join(project, 'out/api')
    expect((await readdir(api)).sort()).toEqual([
      'calendar.ics',
      'events.json',
      'feed.json',
      'feed.xml',
      'recordings.json',
      'recordings.xml',
    ])
    expect(JSON.parse(await readFile(join(api, 'events.json'), 'utf8'))).toMatchObject({version: 1})
    const calendar = await readFile(join(api, 'calendar.ics'), 'utf8')
    expect(parseCalendar(calendar).eventCount).toBeGreaterThan(0)
  },
  installTime + 500_000,
)

test(
  'with cache components a page stays cached until the signed webhook arrives',
  async ({project, env, client}) => {
    await writeApp(project, ['lib/meetings.ts'], {
      'app/page.tsx': `
        import {meetings} from '../lib/meetings'
        export default async function Page() {
          const {data} = await meetings()
          return <main>{data.series.map(({_id, title}) => <p key={_id}>{title}</p>)}</main>
        }`,
      'app/api/revalidate/route.ts': `
        import {revalidateTag} from 'next/cache'
        import {revalidateRoute} from 'touchpoints/next'
        export const POST = revalidateRoute({secret: '${secret}', revalidateTag})`,
      'next.config.ts': 'export default {cacheComponents: true}',
    })
    const site = await startNext(project, env)
    const title = 'A series of another name'
    const before = await textOf(site.url)
    await client.patch(series).set({title}).commit()
    expect(await textOf(site.url)).toBe(before)

    const body = JSON.stringify({_id: series})
    const signature = await encodeSignatureHeader(body, testNow().getTime(), secret)
    const headers = {[SIGNATURE_HEADER_NAME]: signature}
    const {status} = await fetch(`${site.url}/api/revalidate`, {method: 'POST', body, headers})
    expect(status).toBe(200)
    await expect.poll(() => textOf(site.url)).toContain(title)
    await site.stop()
  },
  installTime + 500_000,
)

test.skipIf(!chromiumPath)(
  'with next-sanity an open page follows what is published, and a planted type error is reported',
  async ({project, env, client, browser}) => {
    await writeApp(project, ['lib/sanity.ts', 'lib/expire.ts'], {
      'app/page.tsx': `
        import {expire} from '../lib/expire'
        import {firstSessions, loader, SanityLive} from '../lib/sanity'
        export default async function Page() {
          const {data, syncTags} = await loader.series()
          const sessions = await firstSessions()
          return (
            <main>
              {data.map(({_id, title}) => <p key={_id}>{title}</p>)}
              <p>{sessions.length} sessions, {syncTags.every((tag) => tag.startsWith('s1:')) && 'tags of the lake'}</p>
              <SanityLive action={expire} />
            </main>
          )
        }`,
      'next.config.ts': 'export default {}',
    })
    const site = await startNext(project, env)
    const page = await browser.newPage()
    const connected = page.waitForEvent('console', (each) => each.text().includes('is connected'))
    await page.goto(site.url)
    await connected
    await page.getByText('3 sessions, tags of the lake').waitFor()
    const title = 'A series that changed while someone reads'
    await client.patch(series).set({title}).commit()
    await page.getByText(title).waitFor()
    await page.close()
    await site.stop()

    const check = {include: ['next-env.d.ts', '**/*.ts', '**/*.tsx'], skipLibCheck: true}
    expect(await typeErrors(project, check)).toEqual([])
    const text = `
      import {loader} from './sanity'
      export const names = async (): Promise<number[]> =>
        (await loader.guests()).data.map(({name}) => name)
    `
    const planted = plant(join(project, 'lib/planted.ts'), text, () => typeErrors(project, check))
    expect(await planted).toEqual([
      expect.stringMatching(/^lib\/planted\.ts\(4,\d+\): error TS2322/),
    ])
  },
  installTime + 500_000,
)

async function textOf(site: string): Promise<string> {
  const response = await fetch(site)
  return response.text()
}
