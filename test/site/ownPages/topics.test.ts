import {describe, expect, test} from 'vitest'

import {slugsOfNames, topicSlugs, topicsOf} from '../../../site/src/ownPages/topics/topics.ts'

const entry = (id: string, topics: string[], topicNames = topics) => ({
  minutes: 60,
  series: null,
  guests: null,
  _id: id,
  updatedAt: '2026-01-01T00:00:00Z',
  slug: id,
  start: '2026-01-01T00:00:00Z',
  topics,
  topicNames,
})

describe('the slug of a topic', () => {
  test('is the same for its name in each language, and another one for a name of no topic', () => {
    const slugs = slugsOfNames(
      [{name: 'Lieferkette', stored: 'Supply chain'}],
      ['Lieferkette', 'Supply-chain'],
    )
    expect(slugs.get('Lieferkette')).toMatch('supply-chain')
    expect(new Set(slugs.values()).size).toBe(2)
  })

  test('is its text in plain letters', () => {
    const slugs = topicSlugs(['Supply chain', 'Économie & société', 'SBOM'])
    expect([...slugs.values()]).toEqual(['supply-chain', 'economie-societe', 'sbom'])
  })

  test('has digits if another topic has the same plain form, and the plain one keeps its own', () => {
    const slugs = topicSlugs(['C++', 'C', 'C#'])
    expect(slugs.get('C')).toBe('c')
    expect(slugs.get('C++')).toMatch(/^c-[0-9a-f]{6}$/)
    expect(new Set(slugs.values()).size).toBe(3)
  })

  test('does not depend on the order of the sessions', () => {
    const topics = ['AI', 'ai', 'A.I.', 'C++', '検索', '검색']
    expect(topicSlugs(topics.toReversed())).toEqual(topicSlugs(topics))
    expect(new Set(topicSlugs(topics).values()).size).toBe(topics.length)
  })

  test('can be in an address, for a text of any script and length', () => {
    const long = 'word '.repeat(50)
    for (const slug of topicSlugs(['検索', '…', ' ', long, `${long}!`, '<b>']).values()) {
      expect(slug).toMatch(/^[a-z0-9-]{1,70}$/)
    }
  })
})

describe('the topics of sessions', () => {
  test('are sorted by their names in the language of the page, and keep their slugs', () => {
    const topics = topicsOf([entry('a', ['Words', 'Trees'], ['Palabras', 'Árboles'])], 'es')
    expect(topics.map(({name, slug}) => [name, slug])).toEqual([
      ['Árboles', 'trees'],
      ['Palabras', 'words'],
    ])
  })

  test('count a session once that names a topic twice', () => {
    const [topic] = topicsOf([entry('a', ['AI', 'AI']), entry('b', ['AI'])], 'en')
    expect(topic?.entries.map(({_id}) => _id)).toEqual(['a', 'b'])
  })
})
