import {defaultPagePath} from '@touchpoints/schemas/defaults'
import {supportedLanguages, wordsIn} from '@touchpoints/words'

import type {NewDocument} from '../acts/saveChange.ts'

/**
 * Returns the first meetings page of a community: title, one sentence and two sections, in its languages.
 *
 * Other sections, such as the one for groups, would be empty. The editor adds them when there is something to show.
 *
 * @param community.languages - BCP 47 tags. The first one is the default
 */
export function firstPage({
  name,
  languages,
}: {
  name: string
  languages: readonly string[]
}): NewDocument {
  const [standard = 'en', ...others] = languages
  const translated = others.filter(isSupported)
  const line = (write: (language: string) => string, field: string) => ({
    [field]: write(standard),
    ...(translated.length > 0 && {
      [`${field}Translations`]: translated.map((language) => ({
        _type: 'internationalizedArrayLineValue',
        _key: language,
        language,
        value: write(language),
      })),
    }),
  })
  const introduction = (language: string) => [
    block(wordsIn(language).say('site.introduction', {name}), `introduction-${language}`),
  ]
  const heading = (key: 'site.meetings' | 'whatsOn.calendar') => (language: string) =>
    wordsIn(language).say(key)
  return {
    _id: 'meetingsPage',
    _type: 'meetingsPage',
    ...line(heading('site.meetings'), 'title'),
    path: defaultPagePath,
    introduction: introduction(standard),
    ...(translated.length > 0 && {
      introductionTranslations: translated.map((language) => ({
        _type: 'internationalizedArrayRichTextValue',
        _key: language,
        language,
        value: introduction(language),
      })),
    }),
    sections: [
      section('touchpoints', line(heading('site.meetings'), 'heading')),
      section('calendar', line(heading('whatsOn.calendar'), 'heading')),
    ],
  }
}

function section(kind: 'touchpoints' | 'calendar', heading: object) {
  return {_type: 'pageSection', _key: kind, kind, ...heading}
}

function block(text: string, key: string) {
  return {
    _type: 'block',
    _key: key,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: `${key}-text`, text, marks: []}],
  }
}

/** A text in English, as the translation into another language, would be wrong. */
function isSupported(tag: string): boolean {
  return supportedLanguages.some((language) => language === new Intl.Locale(tag).language)
}
