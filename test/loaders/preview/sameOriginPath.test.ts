import {describe, expect, test} from 'vitest'

import {sameOriginPath} from '../../../loaders/preview/sameOriginPath.ts'

const origin = 'https://example.org'

describe('a place to go on to', () => {
  test.for([
    ['/meetings/?month=2024-04#calendar', '/meetings/?month=2024-04#calendar'],
    ['https://example.org/meetings/', '/meetings/'],
    ['meetings', '/meetings'],
  ] as const)('%s is on this site', ([place, path]) => {
    expect(sameOriginPath(place, origin)).toBe(path)
  })

  test.for([
    'https://evil.example/',
    '//evil.example/',
    String.raw`/\evil.example`,
    '/\t/evil.example',
    '\n//evil.example',
    '/.//evil.example',
    'https://example.org//evil.example',
    'javascript:alert(1)',
    'http://example.org/',
    '',
  ])('%j leads elsewhere, so it is none', (place) => {
    expect(sameOriginPath(place, origin)).toBeUndefined()
  })
})
