import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {describe, expect, onTestFinished, test} from 'vitest'
import type {LakeOptions} from '../../../lake/index.ts'
import {runLake} from '../support/runLake.ts'

async function run(options: Partial<LakeOptions> = {}) {
  const running = await runLake(options)
  onTestFinished(running.close)
  const request = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${running.url}/v2025-09-16${path}`, {
      ...init,
      headers: {'content-type': 'application/json'},
    })
    return {status: response.status, body: await response.json()}
  }
  const put = (path: string, body: object) =>
    request(path, {method: 'PUT', body: JSON.stringify(body)})
  return {...running, request, put}
}

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-routes-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return folder
}

const tokens = [{token: 'an-editor-token-of-16', role: 'write', name: 'Editor'}] as const

describe('client.datasets', () => {
  test('creates, lists, changes and deletes a dataset', async () => {
    const {client, clientWith} = await run()
    expect(await client.datasets.create('staging', {aclMode: 'private'})).toEqual({
      datasetName: 'staging',
      aclMode: 'private',
    })
    expect(await client.datasets.list()).toMatchObject([
      {name: 'production', aclMode: 'public', addonFor: null, datasetProfile: 'content', tags: []},
      {name: 'staging', aclMode: 'private'},
    ])
    const staging = clientWith({dataset: 'staging'})
    await staging.create({_id: 'a', _type: 'post'})
    expect(await client.getDocument('a')).toBeUndefined()
    expect(await client.datasets.edit('staging', {aclMode: 'public'})).toEqual({
      datasetName: 'staging',
      aclMode: 'public',
    })
    expect(await client.datasets.delete('staging')).toEqual({deleted: true})
    await expect(staging.fetch('*')).rejects.toMatchObject({statusCode: 404})
    await expect(client.datasets.delete('staging')).rejects.toMatchObject({statusCode: 404})
  })

  test('gets the errors of the hosted service', async () => {
    const {client, put} = await run()
    await expect(client.datasets.create('production')).rejects.toMatchObject({
      statusCode: 409,
      message: expect.stringContaining('already exists'),
    })
    expect(await put('/datasets/Staging', {})).toMatchObject({
      status: 400,
      body: {
        statusCode: 400,
        error: 'Bad Request',
        message: expect.stringContaining('lowercase letters'),
      },
    })
    expect(await put('/datasets/custom', {aclMode: 'custom'})).toMatchObject({status: 400})
    expect(await put('/datasets/embedded', {embeddings: {enabled: true}})).toMatchObject({
      status: 501,
    })
    await expect(client.datasets.edit('staging', {aclMode: 'public'})).rejects.toMatchObject({
      statusCode: 404,
    })
    await expect(client.datasets.delete('production')).rejects.toMatchObject({statusCode: 403})
  })

  test('needs a token that writes, because others must not even learn the names', async () => {
    const {client, clientWith} = await run({tokens})
    await expect(client.datasets.list()).rejects.toMatchObject({statusCode: 401})
    await expect(client.datasets.create('staging')).rejects.toMatchObject({statusCode: 401})
    const editor = clientWith({token: tokens[0].token})
    await editor.datasets.create('staging')
    await expect(client.datasets.delete('staging')).rejects.toMatchObject({statusCode: 401})
  })
})

test('client.projects lists the projects of the lake', async () => {
  const {client} = await run({datasets: [{projectId: 'shop', dataset: 'production'}]})
  expect((await client.projects.list()).map(({id}) => id)).toEqual(['local', 'shop'])
  expect(await client.projects.getById('shop')).toMatchObject({id: 'shop', displayName: 'shop'})
  await expect(client.projects.getById('blog')).rejects.toMatchObject({statusCode: 404})
})

describe('a private dataset', () => {
  test('shows nothing without a token, and everything with one', async () => {
    const {clientWith, client: anonymous} = await run({tokens})
    const editor = clientWith({token: tokens[0].token})
    await editor.create({_id: 'a', _type: 'post', title: 'secret'})
    expect(await anonymous.fetch('count(*)')).toBe(1)
    await editor.datasets.edit('production', {aclMode: 'private'})
    expect(await anonymous.fetch('*')).toEqual([])
    expect(await anonymous.getDocument('a')).toBeUndefined()
    expect(await editor.fetch('count(*)')).toBe(1)
    await editor.datasets.edit('production', {aclMode: 'public'})
    expect(await anonymous.fetch('count(*)')).toBe(1)
  })

  test('warns once of requests without a token, because their empty results look like missing content', async () => {
    const warnings: string[] = []
    const warn = (message: string) => void warnings.push(message)
    const {clientWith, client: anonymous} = await run({tokens, warn})
    await clientWith({token: tokens[0].token}).datasets.edit('production', {aclMode: 'private'})
    await anonymous.fetch('*')
    await anonymous.fetch('*')
    expect(warnings).toEqual([expect.stringMatching(/"local\.production".*private.*send a token/)])
  })

  test('ends the streams that began before, so that they show nothing more', async () => {
    const {clientWith, url} = await run({tokens})
    const editor = clientWith({token: tokens[0].token})
    const response = await fetch(`${url}/v1/data/listen/production?query=*`)
    await editor.datasets.edit('production', {aclMode: 'private'})
    await editor.create({_id: 'a', _type: 'post', title: 'secret'})
    expect(await response.text()).not.toContain('secret')
  })

  test('without tokens is open to everyone on this machine, who is the editor', async () => {
    const {client} = await run()
    await client.datasets.edit('production', {aclMode: 'private'})
    await client.create({_id: 'a', _type: 'post'})
    expect(await client.fetch('count(*)')).toBe(1)
  })
})

describe('a deleted dataset', () => {
  test('loses its streams, its queries and its file, and says why', async () => {
    const folder = newFolder()
    const {client, clientWith, url} = await run({file: join(folder, 'lake.db')})
    await client.datasets.create('staging')
    const staging = clientWith({dataset: 'staging'})
    await staging.create({_id: 'a', _type: 'post', title: 'a'.repeat(60)})
    const files = join(folder, 'lake-datasets')
    expect(existsSync(join(files, 'local.staging.db'))).toBe(true)
    const listening = await fetch(`${url}/v1/data/listen/staging?query=*`)
    const live = await fetch(`${url}/vX/data/live/events/staging`)
    // Would run for five seconds.
    const slow = staging.fetch('*[title match "*a*a*a*a*a*a*a*a*a*a*a*a*b"]', {}, {tag: 'slow'})
    const settled = Promise.allSettled([slow])
    await staging.fetch('1')
    await client.datasets.delete('staging')
    const reason = 'The dataset "staging" was deleted.'
    const event = `event: channelError\ndata: ${JSON.stringify({message: reason})}\n\n`
    await expect(listening.text()).resolves.toContain(event)
    await expect(live.text()).resolves.toContain(event)
    expect(await settled).toMatchObject([
      {status: 'rejected', reason: {statusCode: 404, message: expect.stringContaining(reason)}},
    ])
    expect(readdirSync(files)).toEqual([])
    await expect(staging.fetch('1')).rejects.toMatchObject({statusCode: 404})
  })

  test('that is created again is empty, also in the threads for queries', async () => {
    const {client, clientWith} = await run()
    const staging = clientWith({dataset: 'staging'})
    await client.datasets.create('staging')
    await staging.create({_id: 'a', _type: 'post'})
    expect(await staging.fetch('count(*)')).toBe(1)
    await client.datasets.delete('staging')
    await client.datasets.create('staging')
    expect(await staging.fetch('count(*)')).toBe(0)
  })

  test('leaves what belongs to its project to the next dataset', async () => {
    const shop = {projectId: 'shop', dataset: 'zeta'}
    const {clientWith} = await run({datasets: [shop]})
    const client = clientWith(shop)
    await client.datasets.create('alpha')
    await client.request({method: 'PUT', url: '/aliases/current', body: {datasetName: 'alpha'}})
    await client.datasets.delete('zeta')
    expect(await client.request({url: '/aliases'})).toEqual([
      {name: 'current', datasetName: 'alpha'},
    ])
  })
})

describe('a copy', () => {
  /** Returns the events of a job, until it is done and the lake ends the stream. */
  const follow = async (url: string, job: string): Promise<unknown[]> => {
    const response = await fetch(`${url}/v${apiVersion}/jobs/${job}/listen`)
    const events = (await response.text()).matchAll(/^event: job\n(?:id: .*\n)?data: (.*)$/gm)
    return [...events].map(([, data = '']) => JSON.parse(data))
  }

  test.each(['a file', 'memory'])(
    'in %s has the documents, the assets and the history',
    async (place) => {
      const file = place === 'memory' ? ':memory:' : join(newFolder(), 'lake.db')
      const {client, clientWith, put, url, request} = await run({file})
      await client.create({_id: 'a', _type: 'post', title: 'first'})
      await client.patch('a').set({title: 'second'}).commit()
      await client.create({_id: 'gone', _type: 'post'})
      await client.delete('gone')
      const asset = await client.assets.upload('file', Buffer.from('content'), {filename: 'a.txt'})
      const {body} = await put('/datasets/production/copy', {targetDataset: 'copy'})
      expect((await follow(url, body.jobId)).at(-1)).toMatchObject({
        state: 'completed',
        progress: 100,
      })
      const copy = clientWith({dataset: 'copy'})
      expect(await copy.fetch('*[_type == "post"].title')).toEqual(['second'])
      const copied = await copy.getDocument(asset._id)
      expect(copied?.path).toBe(asset.path.replace('/production/', '/copy/'))
      await client.delete(asset._id)
      expect(await (await fetch(String(copied?.url))).text()).toBe('content')
      const history = await fetch(`${url}/v1/data/history/copy/transactions/a?excludeContent=true`)
      expect((await history.text()).trim().split('\n')).toHaveLength(2)
      await copy.patch('a').set({title: 'third'}).commit()
      expect(await client.fetch('*[_id == "a"][0].title')).toBe('second')
      expect((await request('/projects/local/datasets/copy')).body).toMatchObject([
        {sourceDataset: 'production', targetDataset: 'copy', state: 'completed', withHistory: true},
      ])
    },
  )

  test('can leave out the history and content releases', async () => {
    const {client, clientWith, put, url} = await run()
    await client.create({_id: 'a', _type: 'post', title: 'first'})
    await client.patch('a').set({title: 'second'}).commit()
    await client.create({_id: 'versions.r1.a', _type: 'post', title: 'planned'})
    const {body} = await put('/datasets/production/copy', {
      targetDataset: 'copy',
      skipHistory: true,
      skipContentReleases: true,
    })
    await follow(url, body.jobId)
    const copy = clientWith({dataset: 'copy', perspective: 'raw'})
    expect(await copy.fetch('*{_id, title}')).toEqual([{_id: 'a', title: 'second'}])
    const history = await fetch(`${url}/v1/data/history/copy/transactions/a?excludeContent=true`)
    expect((await history.text()).trim().split('\n')).toHaveLength(1)
  })

  test('is there after a restart, and a copy that was interrupted is not', async () => {
    const file = join(newFolder(), 'lake.db')
    const first = await runLake({file})
    await first.client.create({_id: 'a', _type: 'post'})
    const url = `${first.url}/v1/datasets/production/copy`
    const body = (targetDataset: string) => JSON.stringify({targetDataset})
    const done = await (await fetch(url, {method: 'PUT', body: body('done')})).json()
    await follow(first.url, done.jobId)
    // The lake ends before it has written anything.
    await fetch(url, {method: 'PUT', body: body('interrupted')})
    await first.close()
    const {client} = await run({file})
    expect((await client.datasets.list()).map(({name}) => name)).toEqual(['production', 'done'])
  })

  test('needs a source, and a name that is free, also while it is being copied', async () => {
    const {put, request} = await run()
    expect(await put('/datasets/missing/copy', {targetDataset: 'copy'})).toMatchObject({
      status: 404,
    })
    expect(await put('/datasets/production/copy', {})).toMatchObject({status: 400})
    const all = await Promise.all([
      put('/datasets/production/copy', {targetDataset: 'copy'}),
      put('/datasets/production/copy', {targetDataset: 'copy'}),
    ])
    expect(all.map(({status}) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await request('/jobs/unknown')).toMatchObject({status: 404})
  })
})

describe('the job of a copy', () => {
  const start = async () => {
    const running = await run({tokens, datasets: [{projectId: 'shop', dataset: 'production'}]})
    const editor = running.clientWith({token: tokens[0].token})
    await editor.create({_id: 'a', _type: 'post'})
    const {jobId} = await editor.request<{jobId: string}>({
      url: '/datasets/production/copy',
      method: 'PUT',
      body: {targetDataset: 'secret-copy'},
    })
    const read = async (path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${running.url}/v${apiVersion}/jobs/${jobId}${path}`, {headers})
      return {status: response.status, text: await response.text()}
    }
    return {...running, read, editor}
  }
  const authorization = `Bearer ${tokens[0].token}`

  test.each(['', '/listen'])('is not there for another project: %s', async (path) => {
    const {read} = await start()
    const inProject = (project: string) =>
      read(path, {authorization, 'x-sanity-project-id': project})
    expect(await inProject('shop')).toMatchObject({status: 404})
    expect(await inProject('local')).toMatchObject({status: 200})
    expect(await read(path, {authorization})).toMatchObject({status: 200})
  })

  test('needs a token, and shows its progress alone without one, as the CLI of Sanity requests it', async () => {
    const {read} = await start()
    expect(await read('')).toMatchObject({status: 401})
    const {status, text} = await read('/listen')
    expect({status, text}).toMatchObject({status: 200, text: expect.stringContaining('completed')})
    expect(text).not.toContain('secret')
  })
})

test('an alias leads to its dataset, until it is unlinked', async () => {
  const {client, clientWith} = await run()
  await client.datasets.create('staging')
  await clientWith({dataset: 'staging'}).create({_id: 'a', _type: 'post'})
  const alias = {url: '/aliases/current', body: {datasetName: 'staging'}}
  await client.request({...alias, method: 'PUT'})
  const current = clientWith({dataset: '~current'})
  expect(await current.fetch('count(*)')).toBe(1)
  await client.request({...alias, method: 'PATCH', body: {datasetName: 'production'}})
  expect(await current.fetch('count(*)')).toBe(0)
  expect(
    await client.request({method: 'PATCH', url: '/aliases/current/unlink', body: {}}),
  ).toMatchObject({datasetName: 'production'})
  await expect(current.fetch('count(*)')).rejects.toMatchObject({statusCode: 404})
  await client.request({method: 'DELETE', url: '/aliases/current'})
  expect(await client.request({url: '/aliases'})).toEqual([])
})
