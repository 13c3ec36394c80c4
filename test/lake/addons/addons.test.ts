import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {createLake, type LakeOptions} from '../../../lake/index.ts'

const writer = {token: 'writer-token-0001', role: 'write', name: 'Ada'} as const
const reader = {token: 'reader-token-0001', role: 'read', name: 'Site'} as const

function openLake(options: Partial<LakeOptions> = {}) {
  const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production', ...options})
  onTestFinished(() => lake.close())
  const request = async (path: string, method = 'GET', token?: string, body?: unknown) => {
    const response = await lake.fetch(
      new Request(`http://localhost/v2025-02-19${path}`, {
        method,
        headers: token === undefined ? {} : {authorization: `Bearer ${token}`},
        ...(body !== undefined && {body: JSON.stringify(body)}),
      }),
    )
    return {status: response.status, body: await response.json()}
  }
  return {lake, request}
}

const listed = '/projects/local/datasets?datasetProfile=comments&addonFor=production'
const setup = '/comments/production/setup'

describe('the add-on dataset for comments and tasks', () => {
  test('is listed for its dataset only after a Studio has set it up, and is set up once', async () => {
    const {request} = openLake()
    expect((await request(listed)).body).toEqual([])
    const first = await request(setup, 'POST')
    expect(first.body).toEqual({datasetName: 'production-comments'})
    expect((await request(setup, 'POST')).body).toEqual(first.body)
    expect((await request(listed)).body).toMatchObject([
      {name: 'production-comments', datasetProfile: 'comments', addonFor: 'production'},
    ])
  })

  test('does not appear among the datasets of the project, so that no list or backup offers it', async () => {
    const {request} = openLake()
    await request(setup, 'POST')
    const names = (await request('/projects/local/datasets')).body
    expect(names.map(({name}: {name: string}) => name)).toEqual(['production'])
  })

  test('does not appear in the error for an unknown dataset, because nobody works in it', async () => {
    const {request} = openLake()
    await request(setup, 'POST')
    const {body} = await request('/data/query/other?query=*')
    expect(body.message).toMatch(/This lake has the dataset "production"\.$/)
  })

  test('keeps comments out of the dataset that they are about', async () => {
    const {lake, request} = openLake()
    await request(setup, 'POST')
    await request('/data/mutate/production-comments', 'POST', undefined, {
      mutations: [{create: {_id: 'c1', _type: 'comment', status: 'open'}}],
    })
    expect(lake.count()).toBe(0)
    expect((await request('/data/query/production-comments?query=*._id')).body.result).toEqual([
      'c1',
    ])
  })

  test('survives a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'addons-'))
    onTestFinished(() => rmSync(folder, {recursive: true}))
    const first = openLake({file: join(folder, 'lake.db')})
    await first.request(setup, 'POST')
    first.lake.close()
    const {request} = openLake({file: join(folder, 'lake.db')})
    expect((await request(listed)).body).toMatchObject([{name: 'production-comments'}])
  })

  test('is not created by a token that only reads, nor for a dataset that does not exist', async () => {
    const {request} = openLake({tokens: [writer, reader]})
    expect((await request(setup, 'POST', reader.token)).status).toBe(403)
    expect((await request(setup, 'POST')).status).toBe(401)
    expect((await request('/comments/other/setup', 'POST', writer.token)).status).toBe(404)
  })

  test('does not take over a dataset with the same name and another use', async () => {
    const {request} = openLake({
      datasets: [{projectId: 'local', dataset: 'production-comments'}],
    })
    const {status, body} = await request(setup, 'POST')
    expect(status).toBe(400)
    expect(body.error.description).toContain('has another use')
  })

  test('has no add-on of its own, because a comment cannot be commented on', async () => {
    const {request} = openLake()
    await request(setup, 'POST')
    expect((await request('/comments/production-comments/setup', 'POST')).status).toBe(400)
  })
})

describe('the people that a comment can mention', () => {
  const groups =
    '/data/query/production?query=' +
    encodeURIComponent('*[_type == "system.group"]{members, grants}')

  test('are the tokens that write, with their names; a token of a site is a robot', async () => {
    const {request} = openLake({tokens: [writer, reader]})
    const {members} = (await request('/projects/local', 'GET', writer.token)).body
    expect(members).toMatchObject([
      {isRobot: false, isCurrentUser: true},
      {isRobot: true, isCurrentUser: false},
    ])
    const ids = members.map(({id}: {id: string}) => id).join(',')
    const users = (await request(`/users/${ids}`, 'GET', writer.token)).body
    expect(users).toMatchObject([{displayName: 'Ada'}, {displayName: 'Site'}])
  })

  test('are not listed to a visitor without a token', async () => {
    const {request} = openLake({tokens: [writer]})
    expect((await request('/projects/local')).body.members).toEqual([])
    expect((await request(groups)).body.result).toEqual([])
  })

  test('are in a group with their grants, because the Studio mentions only who can read', async () => {
    const {lake, request} = openLake({tokens: [writer, reader]})
    const {members} = (await request('/projects/local', 'GET', writer.token)).body
    const {result} = (await request(groups, 'GET', writer.token)).body
    expect(result).toMatchObject([
      {members: [members[0].id], grants: [{filter: '_id in path("**")'}]},
      {members: [members[1].id], grants: [{permissions: ['read']}]},
    ])
    expect(lake.count()).toBe(0)
  })

  test('are the editor in a lake without tokens', async () => {
    const {request} = openLake()
    const {members} = (await request('/projects/local')).body
    expect(members).toMatchObject([{id: 'local-editor', isRobot: false}])
  })
})

test('the features of the lake switch on the parts of a Studio that depend on a plan', async () => {
  const {request} = openLake()
  expect((await request('/features')).body).toEqual([
    'advancedDatasetManagement',
    'contentReleases',
    'privateDataset',
    'sanityTasks',
    'scheduledPublishing',
    'singleDocRelease',
    'studioComments',
  ])
})
