import type {Template} from 'sanity'

export const newCommunityTemplateId = 'newCommunity'

/** Template for the community document: the time zone and the language of the browser that creates it. */
export const newCommunity: Template = {
  id: newCommunityTemplateId,
  title: 'Community',
  schemaType: 'community',
  value: () => communityValue(navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone),
}

/**
 * Returns the initial value of the community document.
 *
 * @param language - language tag of the browser
 * @param timeZone - IANA id
 * @example communityValue('es-ES', 'Europe/Madrid') // {timeZone: 'Europe/Madrid', languages: ['es']}
 */
export function communityValue(language: string, timeZone: string) {
  // Regions such as es-ES rarely matter for a page, and most communities mean the language.
  return {timeZone, languages: [new Intl.Locale(language).language]}
}
