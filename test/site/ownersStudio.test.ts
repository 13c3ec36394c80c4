import {expect, test} from 'vitest'

import {ownersStudio} from '../../site/src/links/ownersStudio.ts'

const local = {
  apiHost: 'http://127.0.0.1:3900',
  studioUrl: 'http://localhost:3333',
  siteUrl: 'http://localhost:4321',
  isPrerendered: false,
}

test('a site of touchpoints dev links to the Studio beside it', () => {
  expect(ownersStudio(local)).toBe('http://localhost:3333/')
})

test.for<[string, Partial<typeof local>]>([
  ['has a public address', {siteUrl: 'https://example.org'}],
  ['has a public Studio', {studioUrl: 'https://studio.example.org'}],
  ['reads a lake of another machine', {apiHost: 'http://lake:3900'}],
  ['is a folder of files', {isPrerendered: true}],
  ['has a host that only begins as a local one', {studioUrl: 'http://localhost.example.org'}],
])(
  'a site that %s has no link to a Studio, because its visitors are not the owner',
  ([, change]) => {
    expect(ownersStudio({...local, ...change})).toBeUndefined()
  },
)

test('a site on the hosted service or without a Studio has none', () => {
  const {apiHost: _, ...hosted} = local
  expect(ownersStudio(hosted)).toBeUndefined()
  const {studioUrl: __, ...alone} = local
  expect(ownersStudio(alone)).toBeUndefined()
})
