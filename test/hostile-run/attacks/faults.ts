import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'

import {createLake} from '../../../lake/index.ts'
import type {Arena, Attack} from '../attack.ts'
import type {Product} from '../product.ts'
import {statusOf} from '../request.ts'

/** Faults of machines and disks. Those of the site's lake are announced: requests may fail meanwhile. */
export const faultAttacks: Attack[] = [
  {
    kind: 'fault',
    name: 'the lake hangs for 3 s',
    run: ({product}) =>
      product.announced(async () => {
        product.programs.lake.freeze()
        try {
          await delay(3000)
          return await visit(product)
        } finally {
          product.programs.lake.resume()
        }
      }),
  },
  {
    kind: 'fault',
    name: 'the lake is killed and restarted',
    run: ({product}) =>
      product.announced(async () => {
        await product.programs.lake.kill()
        try {
          await delay(1000)
          return await visit(product)
        } finally {
          await product.programs.lake.start()
        }
      }),
  },
  {
    kind: 'fault',
    name: 'a feed server goes down',
    run: async ({product, signal}) => {
      await product.feedServer.goDown()
      try {
        const feed = encodeURIComponent(`http://${product.feedServer.host}/down`)
        return await statusOf(`${product.readerUrl}?url=${feed}`, {signal})
      } finally {
        await product.feedServer.comeBack()
      }
    },
  },
  {kind: 'fault', name: 'the WAL of a running lake is removed', run: removedWal},
  {kind: 'fault', name: 'the clock jumps to 2099 and back', run: clockJump},
]

/** Returns what a visitor gets while the lake is away. */
async function visit({siteUrl, pagePath}: Product): Promise<string> {
  const paths = [pagePath, '/api/events.json', '/api/health']
  const statuses = await Promise.all(
    paths.map(async (path) => {
      const status = await statusOf(`${siteUrl}${path}`, {signal: AbortSignal.timeout(3000)})
      return `${path} ${status}`
    }),
  )
  return statuses.join(', ')
}

/** An acknowledged write must be there after a restart, or must not be acknowledged. */
async function removedWal({folder, random}: Arena): Promise<string> {
  const file = join(folder, `wal-${random.integer(1e9)}.db`)
  const open = () => createLake({file, projectId: 'hostile', dataset: 'production'})
  const lake = open()
  const write = async (id: string) => {
    const body = JSON.stringify({mutations: [{create: {_id: id, _type: 'hostile'}}]})
    const url = 'http://localhost/v1/data/mutate/production'
    return (await lake.fetch(new Request(url, {method: 'POST', body}))).status
  }
  const before = await write('before')
  rmSync(`${file}-wal`, {force: true})
  rmSync(`${file}-shm`, {force: true})
  const after = await write('after')
  lake.close()
  const reopened = open()
  const ids = new Set(reopened.documents().map(({_id}) => _id))
  reopened.close()
  const isLost = (before === 200 && !ids.has('before')) || (after === 200 && !ids.has('after'))
  if (isLost) throw new Error('An acknowledged write was lost')
  return `${before} before, ${after} after`
}

/** Timestamps after the jump must not be those of the jump. */
async function clockJump({folder, random}: Arena): Promise<string> {
  let now = new Date('2026-11-20T10:00:00Z')
  const file = join(folder, `clock-${random.integer(1e9)}.db`)
  const clock = {now: () => now}
  const lake = createLake({file, projectId: 'hostile', dataset: 'production', clock})
  const write = async (id: string) => {
    const body = JSON.stringify({mutations: [{create: {_id: id, _type: 'hostile'}}]})
    const url = 'http://localhost/v1/data/mutate/production'
    return (await lake.fetch(new Request(url, {method: 'POST', body}))).status
  }
  const statuses = [await write('before')]
  now = new Date('2099-01-01T00:00:00Z')
  statuses.push(await write('during'))
  now = new Date('2026-11-20T10:00:10Z')
  statuses.push(await write('after'))
  const after = lake.documents().find(({_id}) => _id === 'after')
  lake.close()
  const pinned = String(after?.['_createdAt']).startsWith('2099')
  if (pinned) throw new Error('The clock stays at 2099 after the jump')
  return statuses.join(' ')
}
