import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {describe, expect, onTestFinished, test} from 'vitest'
import {createLake, type LakeOptions} from '../../../lake/index.ts'

const line = (title: string) => JSON.stringify({_id: 'a', _type: 'x', title})

function openLake(options: LakeOptions) {
  const lake = createLake(options)
  onTestFinished(() => lake.close())
  const titles = async (host: string, dataset: string, headers: Record<string, string> = {}) => {
    const url = `http://${host}/v${apiVersion}/data/query/${dataset}?query=*.title`
    const response = await lake.fetch(new Request(url, {headers}))
    return {status: response.status, body: await response.json()}
  }
  return {lake, titles}
}

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'datasets-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  return folder
}

describe('a lake with several datasets', () => {
  const options = {
    file: ':memory:',
    projectId: 'blog',
    dataset: 'production',
    datasets: [
      {projectId: 'blog', dataset: 'staging'},
      {projectId: 'shop', dataset: 'production'},
    ],
  }

  test('answers each project and dataset with its own documents', async () => {
    const {lake, titles} = openLake(options)
    for (const dataset of lake.datasets()) {
      const text = line(`${dataset.projectId} ${dataset.dataset}`)
      dataset.import([{file: 'a', text}])
    }
    expect((await titles('blog.localhost', 'production')).body.result).toEqual(['blog production'])
    expect((await titles('blog.localhost', 'staging')).body.result).toEqual(['blog staging'])
    const header = {'x-sanity-project-id': 'shop'}
    expect((await titles('localhost', 'production', header)).body.result).toEqual([
      'shop production',
    ])
  })

  test('refuses a request that names no project, instead of choosing one', async () => {
    const {titles} = openLake(options)
    const {status, body} = await titles('localhost', 'production')
    expect(status).toBe(400)
    expect(body.message).toContain('"blog", "shop"')
  })

  test('names its datasets when another one is requested', async () => {
    const {titles} = openLake(options)
    const {status, body} = await titles('shop.localhost', 'staging')
    expect(status).toBe(404)
    expect(body.message).toBe(
      'Dataset "staging" not found for project ID "shop". This lake has the dataset "production".',
    )
  })
})

test('a dataset that was opened later is there after a restart, next to the first data file', () => {
  const folder = newFolder()
  const place = {file: join(folder, 'lake.db'), projectId: 'blog', dataset: 'production'}
  const first = createLake(place)
  first.open({projectId: 'blog', dataset: 'staging'}).import([{file: 'a', text: line('kept')}])
  first.close()
  const {lake} = openLake(place)
  expect(lake.datasets().map(({dataset}) => dataset)).toEqual(['production', 'staging'])
  expect(lake.find({projectId: 'blog', dataset: 'staging'})?.count()).toBe(1)
})

test('a folder has one file for each dataset', () => {
  const folder = join(newFolder(), 'lake')
  const {lake} = openLake({folder, projectId: 'blog', dataset: 'production'})
  lake.open({projectId: 'shop', dataset: 'production'})
  const files = readdirSync(folder).filter((file) => file.endsWith('.db'))
  expect(files).toEqual(['blog.production.db', 'shop.production.db'])
})
