import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, test} from 'vitest'
import {createLake} from '../../lake/index.ts'
import {hostedFeatures, hostedLine} from '../../lake/routes/hostedOnlyRoutes.ts'
import {hostedReasonIn} from '../../scripts/contract/sanityCli/hostedReasonIn.ts'

const lake = createLake({file: ':memory:', projectId: 'local', dataset: 'production'})

test.each(Object.entries(hostedFeatures))(
  '%s: each path says what, why and what instead',
  async (_name, feature) => {
    for (const path of feature.paths) {
      const filled = path
        .replace(':project', 'local')
        .replace(':dataset', 'production')
        .replace('*', 'something')
      const response = await lake.fetch(
        new Request(`http://localhost:3900/v2025-02-19${filled}`, {method: 'POST'}),
      )
      const {message} = await response.json()
      expect({path, status: response.status, message}).toEqual({
        path,
        status: 501,
        message: hostedLine(feature),
      })
    }
  },
)

test('a line is one line with two sentences', () => {
  for (const feature of Object.values(hostedFeatures)) {
    expect(hostedLine(feature)).toMatch(/^[^\n]+ needs? the hosted service[^\n]+\. [A-Z][^\n]+\.$/)
  }
})

test('nothing of them exists, so that `sanity graphql deploy` goes on until it gets the reason', async () => {
  const url = 'http://localhost:3900/v1/apis/graphql/production/default'
  const {status} = await lake.fetch(new Request(url, {method: 'HEAD'}))
  expect(status).toBe(404)
})

test('reading the list of deployed Studios stays possible, because a Studio does that', async () => {
  const response = await lake.fetch(
    new Request(`http://localhost:3900/v${apiVersion}/projects/local/user-applications`),
  )
  expect(await response.json()).toEqual([])
})

test('the line is recognized in what a program prints', () => {
  const line = hostedLine(hostedFeatures.backups)
  expect(hostedReasonIn(`Error: List dataset backup failed: ${line} more`)).toBe(line)
  expect(hostedReasonIn('Error: fetch failed')).toBeUndefined()
})
