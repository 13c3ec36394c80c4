// `test` is the one of `lakeTest`, which the rule does not know.
/* oxlint-disable vitest/no-standalone-expect */
import {createClient} from '@sanity/client'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {lakeTest} from '@touchpoints/lake/vitest'
import {describe, expect} from 'vitest'

const seed = [
  {_id: 'a', _type: 'post', title: 'First'},
  {_id: 'b', _type: 'post', title: 'Second', previous: {_type: 'reference', _ref: 'a'}},
]
const test = lakeTest({seed})

describe('lakeTest', () => {
  test('gives a test a dataset with the seed, so that it needs no setup', async ({lake}) => {
    const client = createClient({...lake.config, apiVersion})
    const titles = await client.fetch<unknown>('*[_type == "post"] | order(_id) {title}')
    expect(titles).toEqual([{title: 'First'}, {title: 'Second'}])
    await client.delete('b')
    expect(lake.documents().map(({_id}) => _id)).toEqual(['a'])
  })

  test('gives the next test another dataset, so that tests do not depend on each other', async ({
    lake,
    contentLake,
  }) => {
    expect(lake.documents().map(({_id}) => _id)).toEqual(['a', 'b'])
    expect(lake.url).toBe(contentLake.url)
    const other = await contentLake.dataset()
    expect(other.dataset).not.toBe(lake.dataset)
  })

  let earlier = {dataset: '', projectId: ''}
  test('answers for the dataset of a test while it runs', async ({lake}) => {
    earlier = {dataset: lake.dataset, projectId: lake.projectId}
    const client = createClient({...lake.config, apiVersion})
    expect(await client.fetch<unknown>('count(*)')).toBe(2)
  })

  test('deletes the dataset after its test, so that a long file needs no more memory', async ({
    lake,
  }) => {
    const client = createClient({...lake.config, ...earlier, apiVersion})
    await expect(client.fetch('count(*)')).rejects.toMatchObject({statusCode: 404})
  })
})
