import {cpSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'

import {defaultPagePath} from '@touchpoints/schemas/defaults'

import {buildSite, cleanEnvironment, freePort, siteEntry} from '../support/siteServer.ts'
import {lakeClient} from '../support/lakeClient.ts'
import {type FeedServer, startFeedServer} from './feedServer.ts'
import {type Program, startProgram} from './program.ts'

const root = resolve(import.meta.dirname, '../..')
const script = (name: string) => join(import.meta.dirname, name)

/** The running product, and the servers that it reads from. All on the loopback address. */
export interface Product {
  /** The built site. Without a trailing slash. */
  siteUrl: string
  /** The path of its meetings page. */
  pagePath: string
  /** The Content Lake of `touchpoints dev`, without tokens, which the site reads. */
  lakeUrl: string
  /** A Content Lake with tokens, on which a stranger has none. */
  guardedLakeUrl: string
  /** `<url>?url=<feed>` reads a feed over the network with the product's own fetch. */
  readerUrl: string
  feedServer: FeedServer
  programs: Record<'lake' | 'guardedLake' | 'site' | 'reader', Program>
  /** An address of each process that responds at once. */
  pings: Record<'lake' | 'guardedLake' | 'site' | 'reader', string>
  /** An image of 50 × 50 that editors uploaded, by its path in each lake. */
  imagePath: string
  /**
   * Publishes a calendar with this feed for the time of `work`. The site reads the feed from a file, as
   * it reads the sample calendars.
   */
  withFeed: <Result>(text: string, work: () => Promise<Result>) => Promise<Result>
  /** Runs work during which requests may fail, because a process is stopped. */
  announced: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** Returns whether a fault is announced, or was within the last seconds. */
  isFaulty: () => boolean
  stop: () => Promise<void>
}

/** Token of the guarded lake's editor. */
export const editorToken = 'hostile-run-editor-token'

/**
 * How long the product may take to recover after a fault, in milliseconds. The site checks the lake every
 * 10 seconds, and health reports what was last observed.
 */
const recovery = 12_000

export interface ProductOptions {
  folder: string
  onDeath: (name: string, output: string) => void
}

/** Starts the product from this repository: lakes, the built site, and a server of feeds. */
export async function startProduct({folder, onDeath}: ProductOptions): Promise<Product> {
  await buildSite()
  const home = join(folder, 'home')
  const feeds = join(home, 'content/todo/feeds')
  mkdirSync(home)
  cpSync(join(root, 'content'), join(home, 'content'), {recursive: true})
  const env = cleanEnvironment()
  const [lakePort, guardedPort, sitePort, readerPort, unusedSite, unusedStudio] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  const lakeUrl = `http://127.0.0.1:${lakePort}`
  const feedServer = await startFeedServer()
  const common = {cwd: home, onDeath}
  const lake = await startProgram({
    ...common,
    name: 'lake',
    args: [join(root, 'cli/main.ts'), 'dev'],
    env: {
      ...env,
      TOUCHPOINTS_LAKE_PORT: String(lakePort),
      TOUCHPOINTS_SITE_PORT: String(unusedSite),
      TOUCHPOINTS_STUDIO_PORT: String(unusedStudio),
      TOUCHPOINTS_DATA: join(folder, 'data'),
    },
    readyText: 'Press Ctrl-C',
  })
  const guardedLake = await startProgram({
    ...common,
    name: 'lake with tokens',
    args: [
      script('guardedLakeProcess.ts'),
      join(folder, 'guarded.db'),
      String(guardedPort),
      editorToken,
    ],
    env,
    readyText: 'ready',
  })
  const reader = await startProgram({
    ...common,
    name: 'feed reader',
    args: [script('readerProcess.ts'), String(readerPort), feedServer.host],
    env,
    readyText: 'ready',
  })
  const site = await startProgram({
    ...common,
    name: 'site',
    args: [siteEntry],
    env: {
      ...env,
      HOST: '127.0.0.1',
      PORT: String(sitePort),
      SITE_URL: `http://127.0.0.1:${sitePort}`,
      SANITY_API_HOST: lakeUrl,
      TOUCHPOINTS_DATA: join(folder, 'site'),
      TOUCHPOINTS_SAMPLE_FEEDS: feeds,
    },
    readyText: 'listening',
  })
  const programs = {lake, guardedLake, site, reader}
  const client = lakeClient(lakeUrl, {timeout: 5000, maxRetries: 0})
  const index = join(feeds, 'index.json')
  const files: Record<string, string> = JSON.parse(readFileSync(index, 'utf8'))
  let published = 0
  let faults = 0
  let faultyUntil = 0
  return {
    siteUrl: `http://127.0.0.1:${sitePort}`,
    pagePath: defaultPagePath,
    lakeUrl,
    guardedLakeUrl: `http://127.0.0.1:${guardedPort}`,
    readerUrl: `http://127.0.0.1:${readerPort}/read`,
    feedServer,
    programs,
    pings: {
      lake: `${lakeUrl}/v1/ping`,
      guardedLake: `http://127.0.0.1:${guardedPort}/v1/ping`,
      site: `http://127.0.0.1:${sitePort}/api/health`,
      reader: `http://127.0.0.1:${readerPort}/read`,
    },
    imagePath: await uploadImage([lakeUrl, `http://127.0.0.1:${guardedPort}`]),
    withFeed: async (text, work) => {
      published += 1
      const name = `hostile-${published}`
      const feedUrl = `https://calendars.touchpoints.example/${name}.ics`
      writeFileSync(join(feeds, `${name}.ics`), text)
      files[feedUrl] = `${name}.ics`
      // The site reads it at any time, so it is replaced as a whole.
      writeFileSync(`${index}.new`, JSON.stringify(files))
      renameSync(`${index}.new`, index)
      const _id = `calendar-${name}`
      const slug = {_type: 'slug', current: name}
      await client.createOrReplace({
        _id,
        _type: 'calendar',
        title: name,
        slug,
        organization: {_type: 'reference', _ref: 'organization-todo-group'},
        ownership: 'own',
        color: '#0b57d0',
        timeZone: 'Europe/Madrid',
        feedUrl,
        enabled: true,
      })
      try {
        return await work()
      } finally {
        await client.delete(_id).catch(() => undefined)
      }
    },
    announced: async (work) => {
      faults += 1
      try {
        return await work()
      } finally {
        faults -= 1
        faultyUntil = performance.now() + recovery
      }
    },
    isFaulty: () => faults > 0 || performance.now() < faultyUntil,
    stop: async () => {
      await feedServer.close()
      await Promise.all(Object.values(programs).map((program) => program.stop()))
    },
  }
}

/** Uploads the same image to each lake. Returns its path, which is the same in each. */
async function uploadImage(urls: readonly string[]): Promise<string> {
  const {default: sharp} = await import('sharp')
  const create = {width: 50, height: 50, channels: 3, background: '#37a'} as const
  const png = await sharp({create}).png().toBuffer()
  const [path = ''] = await Promise.all(
    urls.map(async (url) => {
      const asset = await lakeClient(url, {token: editorToken}).assets.upload('image', png)
      return asset.path
    }),
  )
  return path
}
