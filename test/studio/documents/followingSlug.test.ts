import {expect, it} from 'vitest'

import {followingSlug} from '../../../studio/documents/followingSlug.ts'
import {slugOf} from '../../../studio/documents/slugOf.ts'

it('follows the title of a new document, so that no one has to generate it', () => {
  expect(followingSlug({before: '', after: 'SIG Métricas', slug: undefined})).toBe('sig-metricas')
  expect(followingSlug({before: 'SIG Met', after: 'SIG Metrics', slug: 'sig-met'})).toBe(
    'sig-metrics',
  )
})

it('stays if someone wrote it, or if nothing changes', () => {
  expect(followingSlug({before: 'SIG', after: 'SIG Metrics', slug: 'metrics'})).toBeUndefined()
  expect(followingSlug({before: 'SIG', after: 'SIG!', slug: 'sig'})).toBeUndefined()
})

it('stays for a title without a Latin letter, because any guess would be wrong', () => {
  expect(slugOf('ドキュメント')).toBeUndefined()
  expect(followingSlug({before: '', after: 'ドキュメント', slug: undefined})).toBeUndefined()
})
