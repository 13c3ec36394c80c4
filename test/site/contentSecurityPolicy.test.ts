import {describe, expect, test} from 'vitest'

import {
  contentSecurityPolicy,
  type PolicyFacts,
} from '../../site/src/security/contentSecurityPolicy.ts'

const visitor: PolicyFacts = {preview: false, hosted: false, development: false}

function policy(facts: Partial<PolicyFacts> = {}): Map<string, string[]> {
  const text = contentSecurityPolicy({...visitor, ...facts})
  return new Map(
    text.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

describe('the content security policy', () => {
  test('lets a visitor’s page run no script and no style that stands in the page itself', () => {
    expect(policy().get('script-src')).toEqual(["'self'"])
    expect(policy().get('style-src')).toEqual(["'self'"])
    expect(policy().get('default-src')).toEqual(["'none'"])
  })

  test('names no host but the player’s while the content is on this machine', () => {
    const hosts = contentSecurityPolicy(visitor).match(/https:\/\/[^\s;]+/g)
    expect(hosts).toEqual(['https://www.youtube-nocookie.com'])
  })

  test('lets the hosted service’s images in, and its Studios show the page in a frame', () => {
    const hosted = policy({hosted: true})
    expect(hosted.get('img-src')).toContain('https://cdn.sanity.io')
    expect(hosted.get('frame-ancestors')).toContain('https://*.sanity.studio')
  })

  test('lets only the Studio show the page in a frame, by both names of this machine', () => {
    expect(policy().get('frame-ancestors')).toEqual(["'self'"])
    expect(policy({studioUrl: 'http://localhost:3333'}).get('frame-ancestors')).toEqual([
      "'self'",
      'http://localhost:3333',
      'http://127.0.0.1:3333',
    ])
    expect(policy({studioUrl: 'https://studio.example/desk'}).get('frame-ancestors')).toEqual([
      "'self'",
      'https://studio.example',
    ])
  })

  test('lets a preview’s overlays write their styles, and still no script', () => {
    const preview = policy({preview: true})
    expect(preview.get('style-src')).toContain("'unsafe-inline'")
    expect(preview.get('script-src')).toEqual(["'self'"])
  })
})
