import {expect, it} from 'vitest'
import {runLake} from '../support/runLake.ts'

const tokens = [{token: 'secret-of-16-chars', role: 'write' as const, name: 'Editor'}]
const headers = {authorization: 'Bearer secret-of-16-chars'}
const studio = 'https://studio.example.org'

/** A lake behind a proxy with TLS, which passes requests on over http. */
async function lakeBehindProxy() {
  const running = await runLake({tokens, allowedHosts: ['studio.example.org', 'lake']})
  running.lake.setAddress(studio)
  const upload = async (origin: string, body: string) => {
    const address = `${origin}/v1/assets/files/production?filename=n.txt`
    const response = await running.lake.fetch(new Request(address, {method: 'POST', headers, body}))
    const {document} = await response.json()
    return {url: String(document.url), path: String(document.path)}
  }
  return {...running, upload}
}

it.each([
  ['through the proxy', 'http://studio.example.org', studio],
  ['by a command on the same machine', 'http://127.0.0.1:3900', studio],
  ['by a Studio on the same machine', 'http://local.localhost:3900', studio],
  [
    'under another name, which does not depend on the address',
    'http://lake:3900',
    'http://lake:3900',
  ],
])('an asset uploaded %s has a URL that browsers can load', async (_how, origin, expected) => {
  const {upload, close} = await lakeBehindProxy()
  const {url, path} = await upload(origin, 'Notes')
  expect(url).toBe(`${expected}/${path}`)
  await close()
})

it('an export on the same machine has URLs that need no login, because a backup loads the files', async () => {
  const {upload, lake, url, close} = await lakeBehindProxy()
  const {path} = await upload('http://studio.example.org', 'Notes')
  const exported = async (origin: string) => {
    const response = await lake.fetch(new Request(`${origin}/v1/data/export/production`, {headers}))
    const asset: unknown = JSON.parse(await response.text())
    return Reflect.get(Object(asset), 'url')
  }
  expect(await exported(url)).toBe(`${url}/${path}`)
  expect(await exported('http://studio.example.org')).toBe(`${studio}/${path}`)
  await expect((await fetch(`${url}/${path}`)).text()).resolves.toBe('Notes')
  await close()
})
