import type {DocumentTypeName} from '@touchpoints/schemas/registry'

/** Fields with translations, and the documents in which a missing one is worth an editor's time. */
const translated = {
  community: {fields: ['description'], when: 'true'},
  touchpoint: {fields: ['title', 'summary'], when: 'schedule.start >= now()'},
  series: {fields: ['title', 'description'], when: 'lifecycle != "ended"'},
  guest: {fields: [], when: 'false'},
  organization: {fields: [], when: 'false'},
  workingGroup: {fields: ['title', 'description'], when: 'phase != "archived"'},
  recording: {fields: [], when: 'false'},
  calendar: {fields: [], when: 'false'},
  calendarDecision: {fields: [], when: 'false'},
  meetingsPage: {fields: ['title', 'introduction', 'conductNote'], when: 'true'},
} as const satisfies Record<DocumentTypeName, {fields: readonly string[]; when: string}>

/**
 * Returns the GROQ condition for documents in which a text has no translation in one of the languages.
 *
 * @param languages - the languages of the community; the first one is the default, which needs none
 * @returns undefined for a community with one language
 */
export function missingTranslations(languages: readonly string[]): string | undefined {
  const others = languages.slice(1)
  if (others.length === 0) return undefined
  const types = Object.entries(translated).flatMap(([type, {fields, when}]) => {
    const missing = fields.flatMap((field) => others.map((language) => lacks(field, language)))
    return missing.length === 0
      ? []
      : [`(_type == "${type}" && ${when} && (${missing.join(' || ')}))`]
  })
  return types.join(' || ')
}

function lacks(field: string, language: string): string {
  const translation = `${field}Translations[language == ${JSON.stringify(language)} && defined(value)]`
  return `(defined(${field}) && coalesce(count(${translation}), 0) == 0)`
}
