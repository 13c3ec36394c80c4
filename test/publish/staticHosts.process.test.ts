import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {parseCalendar} from '@touchpoints/calendar'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import type {Answers} from '../../create/answers.ts'
import {projectFiles} from '../../create/projectFiles.ts'
import {templateFiles} from '../../create/templateFiles.ts'
import {createLake, serve} from '../../lake/index.ts'
import {pageServer} from '../support/pageServer.ts'
import {cleanEnvironment} from '../support/siteServer.ts'
import {root} from '../support/workspaces.ts'
import {publishFolder, readRecipe} from './support/publishFolder.ts'
import {
  answer,
  gitHubPages,
  type StaticHost,
  vercel,
  withHeadersFile,
} from './support/staticHost.ts'

const builtAt = '2026-11-17T10:00:00Z'
const startsAt = '2026-11-19T15:00:00Z'
const answers: Answers = {
  name: 'Example Circle',
  shortName: 'Circle',
  homeZone: 'Europe/Madrid',
  accent: '#0a6ebd',
  languages: ['en'],
  calendars: [],
  framework: 'astro',
}
const session = {
  _id: 'session',
  _type: 'touchpoint',
  title: 'First session',
  slug: {_type: 'slug', current: 'first-session'},
  series: {_type: 'reference', _ref: 'series'},
  schedule: {_type: 'schedule', start: startsAt, timeZone: 'Europe/Madrid', minutes: 60},
  status: 'confirmed',
  audience: 'everyone',
}
const series = {
  _id: 'series',
  _type: 'series',
  title: 'Thursdays',
  slug: {_type: 'slug', current: 'thursdays'},
  meets: 'scheduled',
  lifecycle: 'active',
  audience: 'everyone',
}

describe('the site of a new project on a host of plain files', () => {
  const folders: string[] = []
  let atRoot: string
  let belowPath: string

  beforeAll(async () => {
    // In the repository, so that the project finds the installed packages.
    mkdirSync(join(root, '.touchpoints'), {recursive: true})
    const project = mkdtempSync(join(root, '.touchpoints/publish-'))
    folders.push(project)
    const files = projectFiles(answers, await templateFiles('astro', {recipes: false}), {
      folderName: 'circle',
    })
    for (const [path, text] of files) {
      mkdirSync(dirname(join(project, path)), {recursive: true})
      writeFileSync(join(project, path), text)
    }
    const lake = createLake({file: ':memory:', projectId: 'touchpoints', dataset: 'production'})
    const own = [...files].filter(([path]) => path.endsWith('.ndjson')).map(([, text]) => text)
    const text = [...own.map(withoutImages), JSON.stringify(series), JSON.stringify(session)]
    lake.import([{file: 'content', text: text.join('\n')}])
    const server = await serve(lake, {port: 0})
    const build = (siteUrl: string, name: string) =>
      buildSite(project, join(project, name), {SITE_URL: siteUrl, SANITY_API_HOST: server.url})
    try {
      belowPath = await build('https://ana.github.io/circle/', 'below-path')
      atRoot = await build('https://meetings.example.org', 'at-root')
    } finally {
      await server.close()
      lake.close()
    }
  }, 600_000)

  afterAll(() => {
    for (const folder of folders) rmSync(folder, {recursive: true, force: true})
  })

  interface Case {
    folder: string
    host: StaticHost
  }
  const hosts: readonly [string, () => Case][] = [
    ['GitHub Pages', () => ({folder: belowPath, host: gitHubPages('circle')})],
    ['Netlify and Cloudflare', () => ({folder: atRoot, host: withHeadersFile(atRoot)})],
    ['Vercel', () => ({folder: atRoot, host: vercel(readRecipe('vercel.json'))})],
  ]

  describe.each(hosts)('%s', (_name, caseOf) => {
    const get = (path: string) => {
      const {folder, host} = caseOf()
      return answer(folder, host, host.base + path)
    }

    it('shows the meetings page, and leads to it from the start', async () => {
      const page = get('community/meetings/')
      expect([page.status, page.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ])
      expect(await page.text()).toContain('First session')
      const start = get('')
      expect(start.status).toBe(200)
      expect(await start.text()).toContain(`${caseOf().host.base}community/meetings/`)
    })

    it('every script, style and picture of the page is there', async () => {
      const page = await get('community/meetings/').text()
      const {folder, host} = caseOf()
      const own = [...page.matchAll(/\s(?:src|href)="(\/[^"/][^"#?]*)["#?]/g)].map(
        ([, path = '']) => path,
      )
      expect(
        own.filter((path) => path.endsWith('.js') || path.endsWith('.css')).length,
      ).toBeGreaterThan(1)
      expect(own.filter((path) => answer(folder, host, path).status >= 400)).toEqual([])
    })

    it('calendar programs get the session', async () => {
      const feed = get('api/calendar.ics')
      expect([feed.status, feed.headers.get('content-type')]).toEqual([
        200,
        'text/calendar; charset=utf-8',
      ])
      const calendar = parseCalendar(await feed.text())
      expect(calendar.problems).toEqual([])
      const {occurrences} = calendar.between(builtAt, '2026-12-01T00:00:00Z')
      expect(occurrences.map(({start}) => start)).toEqual([startsAt])
    })

    it('other sites can read the calendar', () => {
      const {status, headers} = get('api/events.json')
      expect(status).toBe(200)
      expect(headers.get('access-control-allow-origin')).toBe('*')
    })

    it('an unknown address is a page with status 404, and not the text of the host', async () => {
      const missing = get('community/meetings/unknown/')
      expect(missing.status).toBe(404)
      expect(await missing.text()).toContain('Example Circle')
    })

    it('the workflow rebuilds it when the session starts, and not before', async () => {
      const {folder, host} = caseOf()
      const {origin, close} = await pageServer(({url}) => answer(folder, host, url))
      const program = join(publishFolder, '_github/rebuild-due.mjs')
      const dueAt = async (time: string) => {
        const args = [program, `${origin}${host.base}`, time]
        return (await promisify(execFile)(process.execPath, args)).stdout.trim()
      }
      expect(await dueAt(builtAt)).toBe('due=false')
      expect(await dueAt(startsAt)).toBe('due=true')
      await close()
    })
  })

  it.each(hosts.slice(1))('%s has the headers that GitHub Pages cannot send', (_name, caseOf) => {
    const {folder, host} = caseOf()
    const get = (path: string) => answer(folder, host, host.base + path)
    const {headers} = get('community/meetings/')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    const immutable = 'public, max-age=31536000, immutable'
    expect(get('_astro/a.js').headers.get('cache-control')).toBe(immutable)
    expect(get('media/images/a.png').headers.get('cache-control')).toBe(immutable)
    expect(get('api/calendar.ics').headers.get('cache-control')).toBe('public, max-age=300')
  })

  it('a site below a path has headers on a host that serves its folder at the root, behind a proxy', () => {
    const host = withHeadersFile(belowPath)
    const {headers} = answer(belowPath, host, '/community/meetings/')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(readFileSync(join(belowPath, '_redirects'), 'utf8')).toBe(
      '/ /circle/community/meetings/ 302\n',
    )
    const robots = readFileSync(join(belowPath, 'robots.txt'), 'utf8')
    expect(robots).toContain('Disallow: /circle/api/live\n')
  })

  it('the page at the root leads to the meetings without a delay', () => {
    expect(readFileSync(join(atRoot, 'index.html'), 'utf8')).toContain(
      'content="0;url=/community/meetings/"',
    )
  })

  it('GitHub Pages serves nothing outside of the repository’s path', () => {
    expect(answer(belowPath, gitHubPages('circle'), '/community/meetings/').status).toBe(404)
  })
})

/** Builds the site of a project as `npm run build` does, and returns the folder of the files. */
async function buildSite(project: string, output: string, env: Record<string, string>) {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs')
  const site = join(project, 'site')
  await promisify(execFile)(
    process.execPath,
    [astro, 'build', '--root', site, '--outDir', output],
    {
      cwd: project,
      maxBuffer: 64 * 1024 * 1024,
      env: {
        ...withoutRunner(cleanEnvironment()),
        TOUCHPOINTS_OUTPUT: 'static',
        TOUCHPOINTS_DATA: join(project, 'data'),
        TOUCHPOINTS_NOW: builtAt,
        ...env,
      },
    },
  )
  return output
}

/** Astro builds for tests while these are set. */
function withoutRunner(env: Record<string, string | undefined>) {
  const own = new Set(['TEST', 'MODE', 'PROD', 'DEV', 'SSR', 'BASE_URL'])
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !own.has(name) && !name.startsWith('VITEST')),
  )
}

/** The import of images is part of a command, which this test does not run. */
function withoutImages(text: string): string {
  return text.replaceAll(/"_sanityAsset":"[^"]*"/g, '"_type":"image"')
}
