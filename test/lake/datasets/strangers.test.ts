import fc from 'fast-check'
import {afterAll, describe, expect, onTestFinished, test} from 'vitest'
import {openApp} from './openApp.ts'
import {requests, requestTo, type Route, routesOf, textOf, version} from './routeRequests.ts'

// A request without a token learns nothing of a private dataset, not even whether it has content: every route answers
// exactly as in a lake in which the same dataset is empty. Images and files are public, as on the hosted service.

const names = [
  {projectId: 'blog', dataset: 'production'},
  {projectId: 'blog', dataset: 'staging'},
  {projectId: 'shop', dataset: 'production'},
] as const
const [, hidden] = names

const token = 'writes-as-the-editor'
const tokens = [{token, role: 'write', name: 'Editor'}] as const
const secret = 'brimstone'

/** Opens a lake in which `blog.staging` is private, unless a test wants to see a leak. */
function openLake({isPrivate = true} = {}) {
  const lake = openApp(names, (opened) => opened, tokens)
  if (isPrivate) lake.datasets.change(hidden, {aclMode: 'private'})
  const send = (path: string, init: RequestInit = {}, host = 'localhost') =>
    lake.app.fetch(new Request(`http://${host}${path}`, init))
  const edit = async (path: string, body: string) => {
    const headers = {authorization: `Bearer ${token}`, 'x-sanity-project-id': hidden.projectId}
    const response = await send(`${version}${path}`, {method: 'POST', headers, body})
    if (response.status !== 200) throw new Error(await response.text())
    return response.json()
  }
  return {...lake, send, edit}
}

type OpenLake = ReturnType<typeof openLake>

const mutate = ({edit}: OpenLake, ...mutations: object[]) =>
  edit(`/data/mutate/${hidden.dataset}`, JSON.stringify({mutations}))

/** Stores something in the private dataset wherever the lake keeps something. */
async function plant(lake: OpenLake) {
  const document = {_type: 'post', title: secret, tags: [secret]}
  await mutate(
    lake,
    {create: {...document, _id: 'shared'}},
    {create: {...document, _id: 'drafts.shared'}},
    {create: {...document, _id: 'gone'}},
  )
  await mutate(lake, {delete: {id: 'gone'}})
  const actions = [{actionType: 'sanity.action.release.create', releaseId: 'spring'}]
  await lake.edit(`/data/actions/${hidden.dataset}`, JSON.stringify({actions}))
  await mutate(lake, {create: {...document, _id: 'versions.spring.shared'}})
  await lake.edit(`/comments/${hidden.dataset}/setup`, '')
  const schedule = {
    name: secret,
    executeAt: '2100-01-01T00:00:00Z',
    documents: [{documentId: 'shared'}],
  }
  await lake.edit(`/schedules/${hidden.projectId}/${hidden.dataset}`, JSON.stringify(schedule))
  return lake.edit(`/assets/files/${hidden.dataset}?filename=${secret}.txt`, secret)
}

/** Without what differs between two answers to one request. */
function comparable(status: number, text: string): string {
  return `${status} ${text}`
    .replaceAll(/"ms":\d+/g, '"ms":0')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
}

async function assertUnseen(planted: OpenLake, bare: OpenLake, route: Route, numRuns: number) {
  const answer = async (lake: OpenLake, target: ReturnType<typeof requestTo>) => {
    const response = await lake.send(target.path, target.init, target.host)
    const touch = async () => {
      if (lake === planted) await mutate(lake, {patch: {id: 'shared', set: {n: Math.random()}}})
    }
    return comparable(response.status, await textOf(response, touch))
  }
  await fc.assert(
    fc.asyncProperty(requests, fc.infiniteStream(fc.nat()), async (random, numbers) => {
      // Half of the requests name the private dataset. The others name something else, and mix the names.
      const next = () => numbers.next().value ?? 0
      const isNamed = next() % 2 === 0
      const request = isNamed
        ? {...random, projectHeader: hidden.projectId, projectHost: undefined}
        : random
      const pick = (values: readonly string[]) => {
        const own = Object.values<string>(hidden).find((name) => values.includes(name))
        return (isNamed ? own : undefined) ?? values[next() % values.length] ?? ''
      }
      const target = requestTo(route, request, pick)
      expect(await answer(planted, target)).toBe(await answer(bare, target))
    }),
    {numRuns},
  )
}

const planted = openLake()
const bare = openLake()
const {document: asset} = await plant(planted)
afterAll(() => {
  planted.close()
  bare.close()
})

const isPublicAsset = ({route}: Route) => /^\/(?:images|files)\//.test(route)
const routes = routesOf(planted).filter((each) => !isPublicAsset(each))

describe('without a token, a private dataset answers like an empty one', () => {
  test.each(routes)('$method $route', async (route) => {
    await expect(assertUnseen(planted, bare, route, 12)).resolves.toBeUndefined()
  })

  test('and its files stay public for everyone who knows the address, as on the hosted service', async () => {
    const {pathname} = new URL(asset.url)
    expect(await (await planted.send(pathname)).text()).toBe(secret)
  })
})

test('a public dataset differs from an empty one, so the property can fail', async () => {
  const open = openLake({isPrivate: false})
  onTestFinished(() => open.close())
  await plant(open)
  const route = {method: 'GET', route: '/:apiVersion/data/query/:dataset'}
  await expect(assertUnseen(open, bare, route, 200)).rejects.toMatchObject({
    cause: {actual: expect.stringContaining(secret)},
  })
})
