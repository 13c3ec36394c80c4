import {expect, test} from 'vitest'

import {representations} from '../../../loaders/adapters/http/representations.ts'
import {readSnapshot, documentRevision} from '../../../loaders/feeds/index.ts'
import {readContent} from '../../support/readContent.ts'
import {sampleLoader} from '../../support/sampleLoader.ts'

const now = '2024-03-20T00:00:00Z'

/** Returns a sample document with other fields. */
function changed(type: string, fields: object): {_id: string} {
  const found = readContent().find((document) => Reflect.get(document, '_type') === type)
  return {...Object(found), ...fields}
}

const multilingual = sampleLoader({
  documents: [
    changed('community', {languages: ['de', 'es']}),
    changed('meetingsPage', {
      title: 'Treffen',
      titleTranslations: [
        {_key: 'es', _type: 'internationalizedArrayLineValue', language: 'es', value: 'Encuentros'},
      ],
    }),
  ],
})

test('feeds are in the default language of the community', async () => {
  const snapshot = await readSnapshot(multilingual, {now})
  expect(snapshot.language).toBe('de')
  expect(snapshot.document.title).toMatch(/^Treffen/)
})

test('feeds of another language have its content and its words', async () => {
  const snapshot = await readSnapshot(multilingual, {now, language: 'es'})
  expect(snapshot.document.title).toMatch(/^Encuentros/)
  const feed = representations.get('feed.xml')?.write({
    snapshot,
    query: new URLSearchParams(),
    url: 'https://example.org/es/api/feed.xml',
    pageUrl: 'https://example.org/es/',
    host: 'example.org',
    revisionOf: documentRevision,
  })
  expect(feed).toContain('<language>es</language>')
  expect(feed).toContain('jueves, 28 de marzo de 2024, 14:00–15:00')
})
