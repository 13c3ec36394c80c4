import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {runLake} from '../support/runLake.ts'

/** Returns a data file for several lakes, one after another. */
function dataFile() {
  const folder = mkdtempSync(join(tmpdir(), 'lake-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return join(folder, 'lake.db')
}

const urls = '*[_type == "sanity.fileAsset"].url'

test('an asset’s URL works after the lake has moved to another port', async () => {
  const file = dataFile()
  const first = await runLake({file})
  const asset = await first.client.assets.upload('file', Buffer.from('Notes'), {filename: 'n.txt'})
  await first.close()
  // Occupies the port until the second lake listens, so that it gets another one.
  const occupant = await runLake({port: first.port})
  const second = await runLake({file})
  expect(second.url).not.toBe(first.url)

  const [url] = await second.client.fetch<string[]>(urls)
  expect(url).toBe(`${second.url}/${asset.path}`)
  await expect((await fetch(url ?? '')).text()).resolves.toBe('Notes')
  await expect(second.client.getDocument(asset._id)).resolves.toMatchObject({
    url,
    _rev: asset['_rev'],
  })
  await second.close()
  await occupant.close()
})

test('an asset that was uploaded under another host name keeps its URL', async () => {
  const file = dataFile()
  const tokens = [{token: 'secret-of-16-chars', role: 'write' as const, name: 'Editor'}]
  const first = await runLake({file, tokens, allowedHosts: ['lake.example.org']})
  const response = await first.lake.fetch(
    new Request('https://lake.example.org/v1/assets/files/production?filename=n.txt', {
      method: 'POST',
      headers: {authorization: 'Bearer secret-of-16-chars'},
      body: 'Notes',
    }),
  )
  const {document} = await response.json()
  expect(document.url).toBe(`https://lake.example.org/${document.path}`)
  await first.close()

  const second = await runLake({file, tokens, allowedHosts: ['lake.example.org']})
  await expect(second.clientWith({token: 'secret-of-16-chars'}).fetch(urls)).resolves.toEqual([
    document.url,
  ])
  await second.close()
})
