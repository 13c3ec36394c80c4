import {once} from 'node:events'
import {createServer} from 'node:http'
import {afterEach, expect, test} from 'vitest'

import {checkMembersLinks} from '../../../cli/doctor/checkMembersLinks.ts'
import {createLake, serve} from '../../../lake/index.ts'
import {lakeClient} from '../../support/lakeClient.ts'

const closings: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closings.splice(0)) await close()
})

/** Starts a lake with these documents and returns a client with a token for it. */
async function clientOf(documents: readonly object[]) {
  const lake = createLake({
    file: ':memory:',
    projectId: 'touchpoints',
    dataset: 'production',
  })
  lake.import([{file: 'all', text: documents.map((each) => JSON.stringify(each)).join('\n')}])
  const server = await serve(lake, {port: 0})
  closings.push(
    () => server.close(),
    () => lake.close(),
  )
  return lakeClient(server.url).withConfig({token: 'secret'})
}

const join = 'https://rooms.example/board'
const session = {_id: 'a', _type: 'touchpoint', audience: 'members', links: {join}}
const series = {_id: 'b', _type: 'series', audience: 'members', defaultLinks: {join}}
const group = {_id: 'group', _type: 'workingGroup'}
const ofGroup = {...series, _id: 'c', group: {_type: 'reference', _ref: 'group'}}
const open = {_id: 'd', _type: 'touchpoint', audience: 'everyone', links: {join}}
const unlinked = {_id: 'e', _type: 'series', audience: 'members'}

test('members’ links that anyone can query get a warning with their number', async () => {
  const client = await clientOf([session, series, group, ofGroup, open, unlinked])
  expect(await checkMembersLinks({client, hosted: true})).toMatchObject([
    {state: 'warn', message: expect.stringContaining('Anyone can read 3 join links')},
  ])
})

test('a dataset without members’ links is ok', async () => {
  const client = await clientOf([open, unlinked])
  expect(await checkMembersLinks({client, hosted: true})).toMatchObject([{state: 'ok'}])
})

test('a private dataset is ok, although the token of the command could read it', async () => {
  const server = createServer((request, response) => {
    const authorized = request.headers.authorization !== undefined
    response.writeHead(authorized ? 200 : 401, {'content-type': 'application/json'})
    response.end(JSON.stringify(authorized ? {result: 3} : {message: 'Unauthorized'}))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closings.push(() => new Promise((closed) => server.close(closed)))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const client = lakeClient(`http://127.0.0.1:${port}`, {token: 'secret'})
  expect(await client.fetch('count(*)')).toBe(3)
  expect(await checkMembersLinks({client, hosted: true})).toMatchObject([{state: 'ok'}])
})

test('the lake on this machine is not checked, because only this machine reaches it', async () => {
  const client = await clientOf([session])
  expect(await checkMembersLinks({client, hosted: false})).toEqual([])
})
