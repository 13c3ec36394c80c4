import {describe, expect, test} from 'vitest'

import {sameOriginPath} from '../../../loaders/preview/sameOriginPath.ts'

const origin = 'https://example.org'

describe('a redirect target', () => {
  test.for([
    ['/meetings/?month=2024-04#calendar', '/meetings/?month=2024-04#calendar'],
    ['https://example.org/meetings/', '/meetings/'],
    ['meetings', '/meetings'],
  ] as const)('%s is a path on this site', ([target, path]) => {
    expect(sameOriginPath(target, origin)).toBe(path)
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
  ])('%j leads to another site and is rejected', (target) => {
    expect(sameOriginPath(target, origin)).toBeUndefined()
  })
})
