import {describe, expect, it, onTestFinished} from 'vitest'

import {howToConnect} from '../../cli/lake.ts'
import {readLakeAccess} from '../../cli/dev/lakeAccess.ts'
import {createLake} from '../../lake/index.ts'
import {apiVersion} from '../../schemas/defaults.ts'

const origin = 'https://studio.example.org'
const behindProxy = {
  TOUCHPOINTS_LAKE_ORIGIN: origin,
  TOUCHPOINTS_LAKE_HOST: '0.0.0.0',
  SANITY_API_READ_TOKEN: 'read-0123456789abcdef',
  SANITY_API_WRITE_TOKEN: 'write-0123456789abcdef',
}

it('without variables only this machine reaches the lake, so that `npm start` needs no tokens', () => {
  expect(readLakeAccess({}, 'ana-laptop')).toEqual({host: '127.0.0.1', options: {}})
  const empty = {TOUCHPOINTS_LAKE_ORIGIN: '', TOUCHPOINTS_LAKE_HOST: ''}
  expect(readLakeAccess(empty, 'ana-laptop')).toEqual({host: '127.0.0.1', options: {}})
})

it('ignores the tokens of the hosted service on one machine, because the local Studio has no login', () => {
  const {TOUCHPOINTS_LAKE_ORIGIN: _, TOUCHPOINTS_LAKE_HOST: __, ...tokens} = behindProxy
  expect(readLakeAccess(tokens, 'ana-laptop').options).toEqual({})
})

it.each([
  ['TOUCHPOINTS_LAKE_ORIGIN', undefined, 'other machines can reach the Content Lake'],
  ['TOUCHPOINTS_LAKE_ORIGIN', 'http://studio.example.org', 'https address'],
  ['TOUCHPOINTS_LAKE_ORIGIN', 'https://studio.example.org/lake', 'https address'],
  ['TOUCHPOINTS_LAKE_ORIGIN', 'studio.example.org', 'https address'],
  ['SANITY_API_READ_TOKEN', '', 'openssl rand'],
  ['SANITY_API_WRITE_TOKEN', undefined, 'openssl rand'],
])(
  'names %s in the error if it is %j, so that nobody serves an open lake',
  (name, value, message) => {
    const read = () => readLakeAccess({...behindProxy, [name]: value}, 'lake')
    expect(read).toThrow(name)
    expect(read).toThrow(message)
  },
)

describe('a lake behind a proxy', () => {
  const {options} = readLakeAccess(behindProxy, 'Lake')

  async function statusOf(
    url: string,
    {method = 'GET', ...headers}: Record<string, string> = {},
  ): Promise<number> {
    const lake = createLake({file: ':memory:', projectId: 'a', dataset: 'production', ...options})
    onTestFinished(() => lake.close())
    const create = {mutations: [{create: {_id: 'a', _type: 'topic'}}]}
    const body = method === 'POST' ? JSON.stringify(create) : null
    return (await lake.fetch(new Request(url, {method, headers, body}))).status
  }

  const mutate = `${origin}/v${apiVersion}/data/mutate/production`
  const drafts = `${origin}/v${apiVersion}/data/query/production?query=*&perspective=drafts`
  const write = {authorization: `Bearer ${behindProxy.SANITY_API_WRITE_TOKEN}`}
  const read = {authorization: `Bearer ${behindProxy.SANITY_API_READ_TOKEN}`}

  it.each([
    [
      'an editor writes with the token that the proxy adds',
      mutate,
      {method: 'POST', ...write},
      200,
    ],
    ['an editor writes from the Studio’s page', mutate, {method: 'POST', origin, ...write}, 200],
    [
      'another page cannot use an editor’s login, although browsers send it',
      mutate,
      {method: 'POST', origin: 'https://evil.example', ...write},
      403,
    ],
    ['the site reads drafts for previews', drafts, read, 200],
    ['the site does not write', mutate, {method: 'POST', ...read}, 403],
    ['a stranger does not write', mutate, {method: 'POST'}, 401],
    [
      'a password that a proxy passes on is no token',
      mutate,
      {method: 'POST', authorization: 'Basic YW5hOnNlY3JldA=='},
      401,
    ],
    ['the site uses the machine’s name', 'http://lake:3900/v1/ping', read, 200],
    ['another name is refused', 'http://evil.example/v1/ping', read, 403],
  ])('%s', async (_title, url, headers, status) => {
    expect(await statusOf(url, headers)).toBe(status)
  })
})

it('a lake behind a proxy says its public address, and that programs need a token', () => {
  const names = {projectId: 'local', dataset: 'production'}
  const text = howToConnect(names, 'http://localhost:3900', 'https://studio.example.org')
  expect(text).toContain('Lake    https://studio.example.org/')
  expect(text).toContain('SANITY_STUDIO_API_HOST=https://studio.example.org')
  expect(text).toContain('SANITY_API_READ_TOKEN')
  expect(howToConnect(names, 'http://localhost:3900')).not.toContain('TOKEN')
})
