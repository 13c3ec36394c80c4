import {apiVersion} from '@touchpoints/schemas/defaults'
import {expect, onTestFinished, test} from 'vitest'
import {runLake} from './support/runLake.ts'

test('a second slash before the API version is ignored, because `sanity migrations run` sends one', async () => {
  const {url, close, lake} = await runLake()
  onTestFinished(close)
  lake.import([{file: 'a', text: '{"_id":"a","_type":"x"}'}])
  const response = await fetch(`${url}//v${apiVersion}/data/export/production`)
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('"_id":"a"')
})
