import fc from 'fast-check'
import {afterAll, describe, expect, onTestFinished, test} from 'vitest'
import type {DatasetName} from '../../../lake/datasets/datasetName.ts'
import type {OpenDataset} from '../../../lake/datasets/openDataset.ts'
import {openApp} from './openApp.ts'
import {datasetNames, requests, requestTo, routesOf, textOf, version} from './routeRequests.ts'

// Nothing of one dataset is ever seen in another. Each dataset has a secret word in its documents, its history and
// its files. Random requests to every route name projects and datasets in all ways, and mix them. No response may
// contain the secret of a dataset other than the one that the request names.

const names = [
  {projectId: 'blog', dataset: 'production'},
  {projectId: 'blog', dataset: 'staging'},
  {projectId: 'shop', dataset: 'production'},
] as const

const secrets = new Map([
  ['blog.production', 'alabaster'],
  ['blog.staging', 'brimstone'],
  ['shop.production', 'cinnabar'],
])
const secretOf = ({projectId, dataset}: DatasetName) => secrets.get(`${projectId}.${dataset}`) ?? ''

function openLake(change?: (opened: OpenDataset) => OpenDataset) {
  const lake = openApp(names, change)
  const send = (path: string, init: RequestInit = {}, host = 'localhost') =>
    lake.app.fetch(new Request(`http://${host}${path}`, init))
  return {...lake, send}
}

/** Stores the secret wherever the lake keeps something: documents, history, files, schedules. */
async function plant({send, datasets}: ReturnType<typeof openLake>) {
  for (const name of names) {
    const secret = secretOf(name)
    const headers = {'x-sanity-project-id': name.projectId}
    const post = async (path: string, body: string) => {
      const response = await send(path, {method: 'POST', headers, body})
      if (response.status !== 200) throw new Error(await response.text())
      return response.json()
    }
    const mutate = (...mutations: object[]) =>
      post(`${version}/data/mutate/${name.dataset}`, JSON.stringify({mutations}))
    const document = {_type: 'post', title: secret, tags: [secret]}
    await mutate(
      {create: {...document, _id: 'shared'}},
      {create: {...document, _id: 'drafts.shared'}},
      {create: {...document, _id: 'versions.spring.shared'}},
      {create: {...document, _id: 'gone'}},
    )
    await mutate({delete: {id: 'gone'}}, {patch: {id: 'shared', set: {more: secret}}})
    const upload = `${version}/assets/files/${name.dataset}?filename=${secret}.txt`
    const {document: asset} = await post(upload, secret)
    // The same address and the same document in each dataset, with other content.
    datasets.get(name)?.engine.store.putBlob('0'.repeat(40), Buffer.from(secret))
    await mutate({
      create: {
        ...asset,
        _id: `file-${'0'.repeat(40)}-txt`,
        sha1hash: '0'.repeat(40),
        assetId: '0'.repeat(40),
      },
    })
  }
}

/** Returns the secrets that a response to the request may contain: the one of the dataset that it names. */
function allowed(
  named: Record<string, string>,
  {
    projectHeader,
    projectHost,
    asResource,
  }: {
    projectHeader: string | undefined
    projectHost: string | undefined
    asResource: string | undefined
  },
): string {
  const projectId = asResource ?? named.project ?? projectHeader ?? projectHost
  // The only alias that a request can create leads there.
  const dataset = named.dataset === '~current' ? 'staging' : named.dataset
  return projectId && dataset ? secretOf({projectId, dataset}) : ''
}

async function assertIsolated(
  {send, app}: ReturnType<typeof openLake>,
  {method, route}: {method: string; route: string},
  numRuns: number,
) {
  const touch = () =>
    Promise.all(
      names.map(async ({projectId, dataset}) => {
        const mutations = [
          {patch: {id: 'shared', inc: {n: 1}}},
          {patch: {id: 'shared', setIfMissing: {n: 0}}},
        ]
        return app.fetch(
          new Request(`http://${projectId}.localhost${version}/data/mutate/${dataset}`, {
            method: 'POST',
            body: JSON.stringify({mutations: mutations.toReversed()}),
          }),
        )
      }),
    )
  await fc.assert(
    fc.asyncProperty(requests, fc.infiniteStream(fc.nat()), async (request, random) => {
      // Planted datasets stay, and the new ones are empty.
      const isCreation = method === 'DELETE' || method === 'PUT'
      const pick = (values: readonly string[]) => {
        const pool = isCreation && values === datasetNames ? ['temporary'] : values
        return pool[(random.next().value ?? 0) % pool.length] ?? ''
      }
      const {path, init, host, named, isResource} = requestTo({method, route}, request, pick)
      const response = await send(path, init, host)
      const text = await textOf(response, touch)
      const own = allowed(named, {
        ...request,
        asResource: isResource ? request.asResource : undefined,
      })
      const foreign = [...secrets.values()].filter(
        (secret) => secret !== own && text.includes(secret),
      )
      if (foreign.length > 0) throw new Error(`${method} ${path} shows ${foreign.join()}`)
    }),
    {numRuns},
  )
}

const lake = openLake()
await plant(lake)
afterAll(() => lake.close())

const uniqueRoutes = routesOf(lake)

describe('no response shows a dataset that the request does not name', () => {
  test('and the routes are those of both apps', () => {
    expect(uniqueRoutes.length).toBeGreaterThan(60)
  })

  test.each(uniqueRoutes)('$method $route', async (route) => {
    await expect(assertIsolated(lake, route, 12)).resolves.toBeUndefined()
  })

  test('and the planted secrets are where the requests look', async () => {
    for (const name of names) {
      const query = `${version}/data/query/${name.dataset}?query=*&perspective=raw`
      const response = await lake.send(query, {}, `${name.projectId}.localhost`)
      expect(await response.text()).toContain(secretOf(name))
      const file = `/files/${name.projectId}/${name.dataset}/${'0'.repeat(40)}.txt`
      expect(await (await lake.send(file)).text()).toBe(secretOf(name))
    }
  })
})

test('a dataset that answers for another one is noticed, so the property can fail', async () => {
  let first: OpenDataset | undefined
  const leaking = openLake((opened) => {
    first ??= opened
    // The mutations go to the right engine. Only the answers are the first one's.
    return opened.engine.dataset === 'staging' ? {...opened, app: first.app} : opened
  })
  onTestFinished(() => leaking.close())
  await plantLeak(leaking)
  const route = {method: 'GET', route: '/:apiVersion/data/query/:dataset'}
  await expect(assertIsolated(leaking, route, 200)).rejects.toMatchObject({
    cause: {message: expect.stringContaining('alabaster')},
  })
})

/** Stores the secret of the first dataset. */
async function plantLeak({send}: ReturnType<typeof openLake>) {
  const [{projectId, dataset}] = names
  const mutations = [{create: {_id: 'shared', _type: 'post', title: secretOf(names[0])}}]
  const init = {method: 'POST', body: JSON.stringify({mutations})}
  await send(`${version}/data/mutate/${dataset}`, init, `${projectId}.localhost`)
}
