import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'

import {brokenLinks} from '../support/builtSite.ts'
import {sampleFeeds, startLake} from '../support/siteServer.ts'
import {buildEnvironment} from '../support/staticSite.ts'
import {addDependencies} from './support/changeManifest.ts'
import {emptyProject} from './support/emptyProject.ts'
import {installTarballs, installTime, loaderTarballs} from './support/installTarballs.ts'

const config = `import {touchpointsSite} from '@touchpoints/site'
import {defineConfig} from 'astro/config'

export default defineConfig({integrations: [touchpointsSite({styles: ['./src/own.css']})]})
`

const siteUrl = 'https://example.github.io/meetings'

test(
  'a project with the integration alone has the whole site, and its own pages and styles win',
  async () => {
    await using project = await emptyProject()
    const {folder} = project
    const write = async (file: string, text: string) => {
      await mkdir(join(folder, file, '..'), {recursive: true})
      await writeFile(join(folder, file), text)
    }
    await addDependencies(folder, {astro: '7.3.4'})
    await installTarballs(folder, [...loaderTarballs, 'touchpoints-site'])
    await write('site/astro.config.ts', config)
    await write('site/src/own.css', '.own-mark { color: rebeccapurple }')
    await write('site/src/pages/about.astro', '<p class="own-mark">About us</p>')
    await write('site/src/pages/robots.txt.ts', `export const GET = () => new Response('own')`)
    const lake = await startLake('sample')
    const astro = join(folder, 'node_modules/astro/bin/astro.mjs')
    try {
      await promisify(execFile)(process.execPath, [astro, 'build', '--root', 'site'], {
        cwd: folder,
        maxBuffer: 64 * 1024 * 1024,
        env: {
          ...buildEnvironment(),
          SANITY_API_HOST: lake.url,
          SITE_URL: siteUrl,
          TOUCHPOINTS_OUTPUT: 'static',
          TOUCHPOINTS_SAMPLE_FEEDS: sampleFeeds,
        },
      })
    } finally {
      await lake.stop()
    }
    const built = join(folder, 'site/dist')
    expect(brokenLinks({folder: built, siteUrl})).toEqual([])
    expect(await readFile(join(built, 'about/index.html'), 'utf8')).toContain('About us')
    expect(await readFile(join(built, 'robots.txt'), 'utf8')).toBe('own')
    const page = await readFile(join(built, 'community/meetings/index.html'), 'utf8')
    const sheets = [...page.matchAll(/href="\/meetings\/(_astro\/[^"]+\.css)"/g)].map(
      ([, file = '']) => file,
    )
    const styles = await Promise.all(sheets.map((file) => readFile(join(built, file), 'utf8')))
    expect(styles.join('')).toContain('.own-mark')
    expect(existsSync(join(folder, 'node_modules/.vite'))).toBe(false)
  },
  installTime + 600_000,
)
