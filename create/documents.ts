import {defaultPagePath} from '@touchpoints/schemas/defaults'
import {catalogOf} from '@touchpoints/words/catalog'
import {closestLanguage} from '@touchpoints/words/plain'

import type {Answers} from './answers.ts'

/** The icon of the community in `content/`, which the Studio and the site show. */
export const iconPath = 'images/icon.svg'

/** A document as NDJSON has it. */
export interface NewDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

/** Returns the documents of a new community, by the name of their file in `content/`. */
export function newDocuments(answers: Answers): ReadonlyMap<string, readonly NewDocument[]> {
  const calendars = answers.calendars.map((feedUrl, index) => calendarOf(answers, feedUrl, index))
  return new Map([
    ['community.ndjson', [communityOf(answers)]],
    ['meetings-page.ndjson', [meetingsPageOf(answers)]],
    ...(calendars.length > 0 ? ([['calendars.ndjson', calendars]] as const) : []),
  ])
}

function communityOf({name, shortName, accent, homeZone, languages}: Answers): NewDocument {
  return {
    _id: 'community',
    _type: 'community',
    name,
    ...(shortName !== name && {shortName}),
    icon: {_type: 'image', _sanityAsset: `image@file://./${iconPath}`},
    accentColor: accent,
    timeZone: homeZone,
    languages: [...languages],
  }
}

function meetingsPageOf({languages}: Answers): NewDocument {
  const [first = 'en', ...others] = languages
  // A language without words of ours shows the text of the default language, not English.
  const known = others.filter((tag) => closestLanguage(tag) === new Intl.Locale(tag).language)
  const text = (field: string, of: (words: Words) => string) => ({
    [field]: of(catalogOf(first)),
    ...(known.length > 0 && {
      [`${field}Translations`]: known.map((language) => ({
        _type: 'internationalizedArrayLineValue',
        _key: language,
        language,
        value: of(catalogOf(language)),
      })),
    }),
  })
  return {
    _id: 'meetingsPage',
    _type: 'meetingsPage',
    ...text('title', ({site}) => site.meetings),
    path: defaultPagePath,
    sections: sections.map(({kind, heading}) => ({
      _type: 'pageSection',
      _key: kind,
      kind,
      ...text('heading', heading),
    })),
  }
}

type Words = ReturnType<typeof catalogOf>

const sections: readonly {kind: string; heading: (words: Words) => string}[] = [
  {kind: 'touchpoints', heading: ({vocabulary}) => capitalized(vocabulary.session.plural)},
  {kind: 'workingGroups', heading: ({vocabulary}) => capitalized(vocabulary.group.plural)},
  {kind: 'calendar', heading: ({pages}) => pages.calendar},
  {kind: 'recordings', heading: ({site}) => site.recordings},
]

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1)
}

/** Colors of calendars after the first, which has the accent color. Readable on a light page. */
const calendarColors = ['#0b7a4b', '#7b2d8b', '#a6400a', '#00707a', '#9c1f4f'] as const

function calendarOf({name, accent}: Answers, feedUrl: string, index: number): NewDocument {
  const number = index === 0 ? '' : ` ${index + 1}`
  return {
    _id: `calendar-${index + 1}`,
    _type: 'calendar',
    title: `${name}${number}`,
    slug: {_type: 'slug', current: `calendar-${index + 1}`},
    ownership: 'own',
    feedUrl,
    color: index === 0 ? accent : calendarColors[(index - 1) % calendarColors.length],
    enabled: true,
  }
}
