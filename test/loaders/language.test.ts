import {describe, expect, test} from 'vitest'
import * as z from 'zod/mini'

import {projection} from '../../loaders/index.ts'
import {field} from '../../loaders/views/source.ts'
import {
  calendar,
  loaderOf,
  now,
  series,
  session,
  text,
  translations,
  vevent,
  window,
} from './smallCommunity.ts'

const weekly = series('weekly', 'Weekly call', {
  titleTranslations: translations({es: 'Reunión semanal'}),
})
const glossary = session('glossary', '2026-03-10T14:00:00Z', {
  titleTranslations: translations({es: 'Glosario', ar: 'مسرد'}),
  summary: 'Words.',
})
const documents = [weekly, glossary]

describe('a projection', () => {
  const view = z.object({title: field({translated: true}, z.string())})

  test('in the default language reads the field itself', () => {
    expect(projection(view)).toBe('{title}')
  })

  test('in a language looks for the most exact translation, then for its base language', () => {
    expect(projection(view, {language: 'zh-Hant-TW'})).toBe(
      '{"title":coalesce(' +
        'titleTranslations[language == "zh-Hant-TW"][0].value,' +
        'titleTranslations[language == "zh-Hant"][0].value,' +
        'titleTranslations[language == "zh"][0].value,' +
        'title)}',
    )
  })

  test('is printed for each language, although it is printed once', () => {
    expect(projection(view, {language: 'es'})).not.toBe(projection(view, {language: 'de'}))
    expect(projection(view)).toBe('{title}')
  })
})

test('a language that a stranger chooses has a limit, because each part makes the query longer', () => {
  const tag = `en-x-${Array.from({length: 20}, () => 'a').join('-')}`
  expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
  expect(() => loaderOf({documents}).inLanguage(tag)).toThrow('such as en, pt-BR')
})

describe('a loader in a language', () => {
  test('returns translations, in documents within documents too', async () => {
    const loader = loaderOf({documents}).inLanguage('es')
    const {data} = await loader.meetingsPage({window})
    expect(data.page?.title).toBe('Reuniones')
    expect(data.page?.introduction).toEqual(text('Bienvenida.'))
    expect(data.community?.description).toBe('Nos reunimos.')
    expect(data.upcoming[0]).toMatchObject({
      title: 'Glosario',
      series: {title: 'Reunión semanal', group: {title: 'GIE Documentación'}},
    })
    expect(data.series[0]?.next?.title).toBe('Glosario')
    const docs = data.workingGroups.find(({slug}) => slug === 'docs')
    expect(docs?.parent?.title).toBe('Comité')
  })

  test('returns a field without a translation in the default language', async () => {
    const {data, problems} = await loaderOf({documents}).inLanguage('ar').touchpoints()
    expect(data[0]).toMatchObject({
      title: 'مسرد',
      summary: 'Words.',
      series: {title: 'Weekly call'},
    })
    expect(problems).toEqual([])
  })

  test('falls back from a region to its language, field by field', async () => {
    const {data} = await loaderOf({documents}).inLanguage('es-MX').touchpoints()
    expect(data[0]).toMatchObject({
      title: 'Glosario',
      summary: 'Words.',
      series: {title: 'Reunión semanal', group: {title: 'GIE Documentos'}},
    })
  })

  test('is the default language of the community when it names none, or names that one', async () => {
    const loader = loaderOf({documents})
    const {data} = await loader.touchpoints()
    expect(data[0]?.title).toBe('Glossary')
    expect((await loader.inLanguage('en').touchpoints()).data).toEqual(data)
  })

  test('can be an option, and another one can follow', async () => {
    const loader = loaderOf({documents, settings: {language: 'es'}})
    expect((await loader.touchpoints()).data[0]?.title).toBe('Glosario')
    expect((await loader.inLanguage('ar').touchpoints()).data[0]?.title).toBe('مسرد')
  })

  test('stays the language of a preview, in which editors check translations', async () => {
    const {data} = await loaderOf({documents})
      .inLanguage('es')
      .preview({token: 'secret'})
      .touchpoints()
    expect(data[0]?.title).toBe('Glosario')
  })

  test.each(['español', 'ES', 'es_MX', '', 'en"][0]'])(
    '%j is an error, not a part of a query',
    (tag) => {
      expect(() => loaderOf({documents}).inLanguage(tag)).toThrow(`language is "${tag}"`)
      expect(() => loaderOf({documents, settings: {language: tag}})).toThrow('such as en, pt-BR')
    },
  )
})

describe('events in a language', () => {
  const feed = [vevent('elsewhere@own', '20260310T140000Z', 'Glossary')]
  const events = async (language: string | undefined, more: readonly object[] = []) => {
    const loader = loaderOf({documents: [...documents, calendar, ...more], feed})
    const {data} = await (language ? loader.inLanguage(language) : loader).events(window)
    return data
  }

  test('are merged by the titles that feeds have, so that each meeting is still one event', async () => {
    const onTenth = (all: Awaited<ReturnType<typeof events>>) =>
      all.filter(({start}) => start.startsWith('2026-03-10'))
    const [own] = onTenth(await events(undefined))
    const translated = onTenth(await events('es'))
    expect(translated).toHaveLength(1)
    expect(translated[0]).toMatchObject({
      id: own?.id,
      title: 'Glosario',
      series: {title: 'GIE Documentación: Reunión semanal'},
      calendarIds: ['calendar-own'],
    })
  })

  test('have the translated names of series, with their groups', async () => {
    const [first] = (await events('es')).filter(({kind}) => kind === 'cadence')
    expect(first?.title).toBe('GIE Documentación: Reunión semanal')
  })

  test('are the same with the data of a page', async () => {
    const loader = loaderOf({documents: [...documents, calendar], feed}).inLanguage('es')
    const {data: page} = await loader.meetingsPage({window, now})
    expect((await loader.events({page})).data).toEqual((await loader.events(window)).data)
  })
})
