import {describe, expect, it} from 'vitest'

import {followingSlug} from '../../../studio/documents/followingSlug.ts'
import {freeSlug} from '../../../studio/documents/freeSlug.ts'
import {isPlaceholderTitle} from '../../../studio/documents/isPlaceholderTitle.ts'
import {slugOf} from '../../../studio/documents/slugOf.ts'

const follow = (before: string, after: string, slug?: string) =>
  followingSlug({before: {title: before}, after: {title: after}, slug})

it('follows the title of a new document, so that no one has to generate it', () => {
  expect(follow('', 'SIG Métricas')).toBe('sig-metricas')
  expect(follow('SIG Met', 'SIG Metrics', 'sig-met')).toBe('sig-metrics')
})

it('stays if someone wrote it, or if nothing changes', () => {
  expect(follow('SIG', 'SIG Metrics', 'metrics')).toBeUndefined()
  expect(follow('SIG', 'SIG!', 'sig')).toBeUndefined()
})

it('stays for a title without a Latin letter, because any guess would be wrong', () => {
  expect(slugOf('ドキュメント')).toBeUndefined()
  expect(follow('', 'ドキュメント')).toBeUndefined()
})

describe('the slug of a session', () => {
  const date = '2026-12-03'
  const untitled = {title: 'To be announced', date}
  const titled = {title: 'Reading together', date}
  const slug = '2026-12-03-all-hands'

  it('follows the first title and keeps the date', () => {
    expect(followingSlug({before: untitled, after: titled, slug})).toBe(
      '2026-12-03-reading-together',
    )
  })

  it('follows the date while there is no title, and keeps the name of the series', () => {
    const after = {...untitled, date: '2026-12-10'}
    expect(followingSlug({before: untitled, after, slug})).toBe('2026-12-10-all-hands')
  })

  it('gets the date when it comes after the title', () => {
    const before = {title: 'Reading together'}
    expect(followingSlug({before, after: titled, slug: 'reading-together'})).toBe(
      '2026-12-03-reading-together',
    )
  })

  it('stays if someone wrote it, with or without a date', () => {
    const by = (own: string) =>
      followingSlug({before: titled, after: {...titled, title: 'Other'}, slug: own})
    expect([by('winter-camp'), by('2026-12-03-winter-camp')]).toEqual([undefined, undefined])
  })

  it('never comes from a placeholder, also if the title goes back to one', () => {
    expect(
      followingSlug({before: {title: '', date}, after: untitled, slug: undefined}),
    ).toBeUndefined()
    const typed = '2026-12-03-reading-together'
    expect(followingSlug({before: titled, after: untitled, slug: typed})).toBeUndefined()
  })

  it('is the date with a Japanese title, and follows both', () => {
    const japanese = {title: '読書会', date}
    const follows = (before: typeof japanese, after: typeof japanese, own?: string) =>
      followingSlug({before, after, slug: own})
    expect(follows({title: '', date}, japanese)).toBe(date)
    expect(follows(japanese, {...japanese, date: '2026-12-10'}, date)).toBe('2026-12-10')
    expect(follows(japanese, {...japanese, date: '2026-12-10'}, `${date}-2`)).toBe('2026-12-10')
    expect(follows(japanese, titled, date)).toBe('2026-12-03-reading-together')
    expect(follows(titled, japanese, '2026-12-03-reading-together')).toBe(date)
    expect(
      follows(japanese, {...japanese, title: '読書'}, slug),
      'name of the series',
    ).toBeUndefined()
  })

  it('keeps its number while the title does not change', () => {
    const own = '2026-12-03-reading-together-2'
    expect(followingSlug({before: titled, after: titled, slug: own})).toBeUndefined()
  })
})

it.each([
  '',
  'To be announced',
  'to be announced: 12 March',
  'TBA',
  'TBD.',
  'Untitled',
  'Title to come',
  'Por confirmar',
  'À venir',
  'Noch offen',
  '未定',
  '待定',
  '???',
])('“%s” holds the place of a title', (title) => {
  expect(isPlaceholderTitle(title)).toBe(true)
})

it.each(['Tba tba, a song', 'To be or not to be', 'Coming soon to a library near you', 'N'])(
  '“%s” is a title',
  (title) => {
    expect(isPlaceholderTitle(title)).toBe(false)
  },
)

it('proposes the first free slug, because a second session of a day has a link of its own', () => {
  expect(freeSlug('all-hands', ['all-hands', 'all-hands-2'])).toBe('all-hands-3')
  expect(freeSlug('a'.repeat(96), ['a'.repeat(96)])).toBe(`${'a'.repeat(94)}-2`)
})
