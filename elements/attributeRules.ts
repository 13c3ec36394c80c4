import {views} from './attributeTypes.ts'
import {isTag} from './languageFor.ts'
import {isZone} from './zones.ts'

interface Rule {
  test: (value: string) => boolean
  /** What is valid, in words. */
  use: string
}

/** Attributes with a limited set of values. */
export const attributeRules = {
  src: {test: isSource, use: 'an http(s) or relative address'},
  view: {test: (value) => views.some((view) => view === value), use: views.join(', ')},
  days: {test: (value) => /^[1-9]\d{0,3}$/.test(value), use: 'a number from 1 to 9999'},
  'time-zone': {test: isZone, use: 'an IANA time zone such as "Europe/Madrid"'},
  locale: {test: isTag, use: 'a language such as "de" or "es-MX"'},
} as const satisfies Readonly<Record<string, Rule>>

/** Says what is wrong with the value of an attribute. Undefined for a valid value, or an attribute without a rule. */
export function mistakeIn(name: string, value: string): string | undefined {
  const rule = new Map<string, Rule>(Object.entries(attributeRules)).get(name)
  return rule && !rule.test(value) ? `${name}="${value}" is not valid. Use ${rule.use}.` : undefined
}

function isSource(value: string): boolean {
  const base = document.baseURI
  return URL.canParse(value, base) && /^https?:$/.test(new URL(value, base).protocol)
}
