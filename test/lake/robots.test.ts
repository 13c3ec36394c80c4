import {describe, expect, test} from 'vitest'
import {createLake} from '../../lake/index.ts'

const owner = 'a-token-of-the-owner'
const start = new Date('2026-05-01T10:00:00.000Z')

function lakeWithTokens() {
  let now = start
  const lake = createLake({
    file: ':memory:',
    projectId: 'first',
    dataset: 'production',
    datasets: [{projectId: 'second', dataset: 'production'}],
    tokens: [{token: owner, role: 'write', name: 'Owner'}],
    clock: {now: () => now},
  })
  const send = async (
    token: string,
    path: string,
    {host = 'first.localhost:3900', ...init}: RequestInit & {host?: string} = {},
  ) => {
    const response = await lake.fetch(
      new Request(`http://${host}/v2025-07-11${path}`, {
        ...init,
        headers: {authorization: `Bearer ${token}`},
      }),
    )
    return {status: response.status, body: Object(await response.json())}
  }
  const create = async (roleName: string, expiresAt?: string) => {
    const memberships = [{resourceType: 'project', resourceId: 'first', roleNames: [roleName]}]
    const body = JSON.stringify({label: 'Site', memberships, expiresAt})
    return send(owner, '/access/project/first/robots', {method: 'POST', body})
  }
  const setTime = (time: string) => {
    now = new Date(time)
  }
  const mutation = {
    method: 'POST',
    body: JSON.stringify({mutations: [{create: {_type: 'post'}}]}),
  }
  return {send, create, setTime, mutation}
}

describe('tokens that clients create', () => {
  test('a viewer reads drafts and does not write, and an editor writes', async () => {
    const {send, create, mutation} = lakeWithTokens()
    const viewer = (await create('viewer')).body
    expect((await send(viewer.token, '/users/me')).body).toMatchObject({
      name: 'Site',
      role: 'viewer',
    })
    expect((await send(viewer.token, '/data/mutate/production', mutation)).status).toBe(403)
    const editor = (await create('editor')).body
    expect((await send(editor.token, '/data/mutate/production', mutation)).status).toBe(200)
  })

  test('the list has no token, because nobody needs it twice', async () => {
    const {send, create} = lakeWithTokens()
    const {token, id} = (await create('viewer')).body
    const {body} = await send(owner, '/access/project/first/robots')
    expect(body).toMatchObject({data: [{id, label: 'Site'}], nextCursor: null})
    expect(JSON.stringify(body)).not.toContain(token)
  })

  test('a token of one project is worth nothing in another', async () => {
    const {send, create, mutation} = lakeWithTokens()
    const {token} = (await create('editor')).body
    const other = {...mutation, host: 'second.localhost:3900'}
    expect((await send(token, '/data/mutate/production', other)).status).toBe(401)
    const list = await send(token, '/access/project/second/robots')
    expect(list.status).toBe(401)
  })

  test('a deleted, an expired and a rotated token are unknown', async () => {
    const {send, create, setTime} = lakeWithTokens()
    const deleted = (await create('viewer')).body
    await send(owner, `/access/project/first/robots/${deleted.id}`, {method: 'DELETE'})
    expect((await send(deleted.token, '/users/me')).status).toBe(401)

    const rotated = (await create('viewer')).body
    const {token} = (await send(rotated.token, '/access/robots/me/rotate', {method: 'POST'})).body
    expect((await send(rotated.token, '/users/me')).status).toBe(401)
    expect((await send(token, '/users/me')).status).toBe(200)

    const expiring = (await create('viewer', '2026-05-02T10:00:00Z')).body
    expect((await send(expiring.token, '/users/me')).status).toBe(200)
    setTime('2026-05-02T10:00:01Z')
    expect((await send(expiring.token, '/users/me')).status).toBe(401)
  })

  test('an unknown role gets an error that lists the roles', async () => {
    const {create} = lakeWithTokens()
    expect(await create('king')).toMatchObject({
      status: 400,
      body: {message: expect.stringContaining('administrator, developer, editor, viewer')},
    })
  })

  test('a viewer creates no tokens', async () => {
    const {send, create} = lakeWithTokens()
    const {token} = (await create('viewer')).body
    const {status} = await send(token, '/access/project/first/robots', {method: 'POST', body: '{}'})
    expect(status).toBe(403)
  })
})
