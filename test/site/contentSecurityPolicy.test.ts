import {describe, expect, test} from 'vitest'

import {
  contentSecurityPolicy,
  type PolicyOptions,
} from '../../site/src/security/contentSecurityPolicy.ts'

const visitor: PolicyOptions = {preview: false, hosted: false, development: false}

function policy(options: Partial<PolicyOptions> = {}): Map<string, string[]> {
  const text = contentSecurityPolicy({...visitor, ...options})
  return new Map(
    text.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

describe('the content security policy', () => {
  test('forbids inline scripts and styles on a visitor’s page', () => {
    expect(policy().get('script-src')).toEqual(["'self'"])
    expect(policy().get('style-src')).toEqual(["'self'"])
    expect(policy().get('default-src')).toEqual(["'none'"])
  })

  test('allows only the player’s host while the content is on this machine', () => {
    const hosts = contentSecurityPolicy(visitor).match(/https:\/\/[^\s;]+/g)
    expect(hosts).toEqual(['https://www.youtube-nocookie.com'])
  })

  test('allows the hosted service’s images, and hosted Studios as frames', () => {
    const hosted = policy({hosted: true})
    expect(hosted.get('img-src')).toContain('https://cdn.sanity.io')
    expect(hosted.get('frame-ancestors')).toContain('https://*.sanity.studio')
  })

  test('allows only the Studio to frame the page, under both names of this machine', () => {
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

  test('allows inline styles for a preview’s overlays, but no inline scripts', () => {
    const preview = policy({preview: true})
    expect(preview.get('style-src')).toContain("'unsafe-inline'")
    expect(preview.get('script-src')).toEqual(["'self'"])
  })
})
