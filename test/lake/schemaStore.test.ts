import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, test} from 'vitest'
import {createLake} from '../../lake/index.ts'

const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})

async function send(path: string, init: RequestInit = {}) {
  const url = `http://localhost:3900/v${apiVersion}/projects/local/datasets/production/schemas${path}`
  const response = await lake.fetch(new Request(url, init))
  return {status: response.status, body: await response.json()}
}

const put = (schemas: unknown) => send('', {method: 'PUT', body: JSON.stringify({schemas})})

test('schemas are stored, listed, replaced and deleted, and are no documents', async () => {
  const workspace = {name: 'default', title: 'Ours'}
  await put([{workspace, schema: [{name: 'post'}]}])
  await put([
    {workspace, schema: [{name: 'page'}]},
    {workspace, tag: 'next', schema: []},
  ])
  expect((await send('')).body).toMatchObject([
    {_id: '_.schemas.default', workspace, schema: '[{"name":"page"}]'},
    {_id: '_.schemas.default.tag.next', tag: 'next'},
  ])
  expect((await send('/_.schemas.default')).body).toHaveLength(1)
  expect(lake.count()).toBe(0)
  expect((await send('/_.schemas.default', {method: 'DELETE'})).body).toEqual({deleted: true})
  expect((await send('/_.schemas.default')).body).toEqual([])
})

test('a body without schemas gets an error with an example', async () => {
  expect(await put('none')).toMatchObject({
    status: 400,
    body: {message: expect.stringContaining('{"schemas": [{"workspace": …}]}')},
  })
  expect(await put([{workspace: {}}])).toMatchObject({status: 400})
})
