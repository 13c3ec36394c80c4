import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {runLake} from './support/runLake.ts'

const token = 'an-editor-token-of-16'
const reader = 'a-reader-token-of-16'
const {url, lake, clientWith, close} = await runLake({
  tokens: [
    {token, role: 'write', name: 'Editor'},
    {token: reader, role: 'read', name: 'Site'},
  ],
  datasets: [
    {projectId: 'local', dataset: 'hidden'},
    {projectId: 'shop', dataset: 'production'},
  ],
})
afterAll(close)

beforeAll(async () => {
  const editor = clientWith({token})
  await editor.datasets.edit('hidden', {aclMode: 'private'})
  await editor.request({url: '/comments/production/setup', method: 'POST'})
})

async function request(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/v2025-09-16${path}`, {headers})
  return {status: response.status, text: await response.text()}
}

const inProject = {'x-sanity-project-id': 'local'}
const secret = /hidden|shop|comments|"production"/

describe('without a token, an error has no names but the requested ones', () => {
  test.each([
    ['a missing dataset', '/data/query/none?query=*', inProject],
    ['a listener on a missing dataset', '/data/listen/none?query=*', inProject],
    ['a missing asset', '/assets/images/none', inProject],
    ['a missing project in the header', '/data/query/none?query=*', {'x-sanity-project-id': 'no'}],
    ['a missing project in the path', '/projects/no/datasets/none/acl', {}],
    ['no project', '/data/query/none?query=*', {}],
    ['roles of a missing project', '/access/project/no/roles', {}],
    ['the permissions in a missing dataset', '/projects/local/datasets/none/acl', {}],
  ])('%s', async (_, path, headers) => {
    const {text} = await request(path, headers)
    expect(text).toMatch(/not found|names no project/)
    expect(text).not.toMatch(secret)
  })
})

test('without a token, permissions in a private dataset answer as in a missing one', async () => {
  const path = (dataset: string) => `/projects/local/datasets/${dataset}/acl`
  const missing = await request(path('nowhere'))
  const hidden = await request(path('hidden'))
  expect(hidden).toEqual({status: 404, text: missing.text.replace('nowhere', 'hidden')})
  expect((await request(path('production'))).status).toBe(200)
  const authorization = `Bearer ${reader}`
  expect((await request(path('hidden'), {authorization})).status).toBe(200)
})

test('with the role read, the error lists the datasets, without those of comments', async () => {
  expect(lake.datasets().map(({dataset}) => dataset)).toContain('production-comments')
  const headers = {...inProject, authorization: `Bearer ${reader}`}
  const {text} = await request('/data/query/none?query=*', headers)
  expect(JSON.parse(text).message).toBe(
    'Dataset "none" not found for project ID "local". This lake has the datasets "production", "hidden".',
  )
})
