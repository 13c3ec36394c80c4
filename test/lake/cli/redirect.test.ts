import {describe, expect, test} from 'vitest'

import {childEnvironment} from '../../../lake/cli/redirect/childEnvironment.ts'
import {isHostedHost, lakeHost} from '../../../lake/cli/redirect/hostedHosts.ts'
import {readPorts} from '../../../lake/cli/redirect/ports.ts'

describe('the hosts of the hosted service', () => {
  test.each([
    ['abc123.api.sanity.io', 'abc123.localhost:3900'],
    ['abc123.apicdn.sanity.io:443', 'abc123.localhost:3900'],
    ['ABC123.API.sanity.io', 'abc123.localhost:3900'],
    ['abc123.api.sanity.io.:443', 'abc123.localhost:3900'],
    ['api.sanity.io', 'localhost:3900'],
    ['cdn.sanity.io', 'localhost:3900'],
    ['abc123.api.sanity.work', 'abc123.localhost:3900'],
    ['example.org', 'example.org'],
  ])('%s is %s of the lake', (host, expected) => {
    expect(lakeHost(host, 'localhost:3900')).toBe(expected)
  })

  test.each(['www.sanity.io', 'api.sanity.io.example.org', 'myapi.sanity.io', 'a.b.api.sanity.io'])(
    '%s is not one, so that it is not led to the lake',
    (host) => {
      expect(isHostedHost(host)).toBe(false)
    },
  )
})

describe('the environment of a program', () => {
  const options = {
    ports: {gateway: 4001, lake: 3900},
    address: 'http://localhost:3900',
    projectId: 'abc123',
    dataset: 'production',
    token: 'lake',
  }

  test('names the lake, keeps options of Node, and keeps the names that the project has set', () => {
    const env = childEnvironment({
      ...options,
      env: {NODE_OPTIONS: '--trace-warnings', SANITY_STUDIO_DATASET: 'staging', PATH: '/bin'},
    })
    expect(env).toMatchObject({
      PATH: '/bin',
      SANITY_API_HOST: 'http://localhost:3900',
      SANITY_STUDIO_API_HOST: 'http://localhost:3900',
      SANITY_STUDIO_PROJECT_ID: 'abc123',
      SANITY_STUDIO_DATASET: 'staging',
      SANITY_AUTH_TOKEN: 'lake',
    })
    expect(env['NODE_OPTIONS']).toMatch(/^--trace-warnings --require=".*redirectProgram\.ts"$/)
    expect(readPorts(env)).toEqual(options.ports)
    expect(env).not.toHaveProperty('NO_PROXY')
  })

  test('leaves a proxy out for the hosted service, so that no request of it leaves the machine', () => {
    const proxied = {https_proxy: 'http://proxy:8080', NO_PROXY: 'example.org'}
    const env = childEnvironment({...options, env: proxied})
    expect(env['NO_PROXY']).toMatch(/^example\.org,\.sanity\.io,/)
    expect(env['no_proxy']).toBe(env['NO_PROXY'])
  })
})
