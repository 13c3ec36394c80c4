import {describe, expect, test} from 'vitest'

import {alternates} from '../../site/src/languages/alternates.ts'
import {communityWords, vocabularyIn} from '../../site/src/languages/communityWords.ts'
import {divideLanguage, languageAt, pathIn} from '../../site/src/languages/languagePath.ts'
import {siteContext, siteName} from '../../site/src/languages/siteContext.ts'
import {path} from '../../site/src/links/path.ts'
import {pathOf, type Route, routeOf} from '../../site/src/meetings/route.ts'
import {community} from './fakes.ts'

const languages = ['en', 'es', 'pt-BR', 'zh-Hans']

describe('an address', () => {
  test.each([
    ['/es/meetings/', {language: 'es', path: '/meetings/'}],
    ['/pt-BR/meetings/all-hands/', {language: 'pt-BR', path: '/meetings/all-hands/'}],
    ['/zh-Hans/', {language: 'zh-Hans', path: '/'}],
    ['/es', {language: 'es', path: '/'}],
    ['/meetings/', {language: 'en', path: '/meetings/'}],
  ])('%s is divided into its language and its path', (address, divided) => {
    expect(divideLanguage(address, languages)).toEqual(divided)
  })

  test.each(['/en/meetings/', '/fr/meetings/', '/ES/meetings/', '/pt/meetings/', '/estate/'])(
    '%s names no language, so that each page has one address',
    (address) => {
      expect(divideLanguage(address, languages)).toEqual({language: 'en', path: address})
    },
  )

  test.each(['/community/meetings/', '/e/', '/%65s/', '/es-/', '/api/live'])(
    '%s can have no language, so that it costs no query',
    (address) => {
      expect(languageAt(address) === undefined || languageAt(address) === 'api').toBe(true)
    },
  )

  test('has a prefix for each language but the first', () => {
    expect(pathIn(path`/meetings/`, 'en', languages)).toBe('/meetings/')
    expect(pathIn(path`/meetings/`, 'es', languages)).toBe('/es/meetings/')
  })
})

describe('the other languages of a page', () => {
  test('are the same page, from each of them', () => {
    const expected = [
      {language: 'en', path: '/meetings/groups/docs/'},
      {language: 'es', path: '/es/meetings/groups/docs/'},
    ]
    expect(alternates(path`/meetings/groups/docs/`, ['en', 'es'])).toEqual(expected)
    expect(alternates(path`/es/meetings/groups/docs/`, ['en', 'es'])).toEqual(expected)
  })

  test('are none on a site with one language', () => {
    expect(alternates(path`/meetings/`, ['en'])).toEqual([])
  })
})

describe('the words of a community', () => {
  const own = community({
    languages: ['en', 'es', 'de'],
    vocabulary: {
      session: {
        singular: 'meetup',
        plural: 'meetups',
        translations: [{language: 'es', singular: 'encuentro', plural: 'encuentros'}],
      },
      series: null,
      group: {singular: 'circle', plural: null, translations: []},
      guest: {singular: null, plural: null, translations: []},
    },
  })

  test('are those of the page’s language', () => {
    expect(vocabularyIn(own, 'en')).toEqual({
      session: {singular: 'meetup', plural: 'meetups'},
      group: {singular: 'circle', plural: 'circle'},
    })
    expect(vocabularyIn(own, 'es-MX')).toEqual({
      session: {singular: 'encuentro', plural: 'encuentros'},
    })
  })

  test('are the usual ones of the language without a translation, not those of another language', () => {
    expect(vocabularyIn(own, 'de')).toEqual({})
    expect(communityWords(own, 'de').say('site.past')).not.toMatch(/meetup/)
    expect(communityWords(own, 'en').say('site.past')).toBe('Past meetups')
  })
})

describe('the context of a page', () => {
  test('without a community document has the title of its page, and English', () => {
    const site = siteContext({community: null, title: 'Open calls'})
    expect([siteName(site), site.language, site.languages]).toEqual(['Open calls', 'en', ['en']])
  })

  test('has the path of the meetings page in its language', () => {
    const own = community({languages: ['de', 'ar']})
    const site = siteContext({community: own, pagePath: path`/treffen/`, language: 'ar'})
    expect([site.pagePath, site.words.dir]).toEqual(['/ar/treffen/', 'rtl'])
    expect(siteContext({community: own, pagePath: path`/treffen/`})).toMatchObject({
      language: 'de',
      pagePath: '/treffen/',
    })
  })
})

describe('below the meetings page', () => {
  test.each<[string, Route | undefined]>([
    ['/meetings/', {kind: 'meetings'}],
    ['/meetings', {kind: 'meetings'}],
    ['/meetings/all-hands/', {kind: 'touchpoint', slug: 'all-hands'}],
    ['/meetings/groups/docs/', {kind: 'group', slug: 'docs'}],
    ['/meetings/groups/', {kind: 'group'}],
    ['/meetings/people/ana-lopez/', {kind: 'guest', slug: 'ana-lopez'}],
    ['/meetings/archive/2026/', {kind: 'archive', slug: '2026'}],
    ['/meetings/search/', {kind: 'search'}],
    ['/meetings/search/docs/', undefined],
    ['/meetings/groups/docs/more/', undefined],
    ['/meetings/other/docs/', undefined],
    ['/meetings/groups/Docs/', undefined],
    ['/about/', undefined],
  ])('%s shows %j', (address, route) => {
    expect(routeOf(path`/meetings/`, address)).toEqual(route)
    const written = route && pathOf(path`/meetings/`, route)
    expect(written).toBe(route && address.replace(/\/?$/, '/'))
  })
})
