import {isTimeZone} from '@touchpoints/calendar/time'
import {contrastOf, pageBackground, readableOn, textContrast} from '@touchpoints/schemas/appearance'

import {readColor} from '../colors/readColor.ts'
import {findLanguage} from '../languages/findLanguage.ts'

/** The community as an editor types it. */
export interface CommunityFields {
  name: string
  shortName: string
  timeZone: string
  /** Names or tags, with commas between them. */
  languages: string
  accentColor: string
}

export type CommunityReading =
  | {kind: 'community'; fields: CommunityValues}
  | {kind: 'problems'; problems: Partial<Record<keyof CommunityFields, string>>}

/** Fields of the community document. Undefined removes a field. */
export interface CommunityValues {
  name: string
  shortName: string | undefined
  timeZone: string
  languages: readonly string[]
  accentColor: string | undefined
}

/**
 * Reads what an editor typed about the community. Each problem says what to enter.
 *
 * @example readFirstCommunity({name: 'Ada Guild', shortName: '', timeZone: 'Europe/Madrid', languages: 'Spanish', accentColor: ''})
 */
export function readFirstCommunity(typed: CommunityFields): CommunityReading {
  const [name, timeZone] = [typed.name.trim(), typed.timeZone.trim()]
  const [shortName, color] = [typed.shortName.trim(), typed.accentColor.trim()]
  const words = typed.languages.split(/[,;]/).map((word) => word.trim())
  const named = words.filter((word) => word !== '')
  const languages = named.flatMap((word) => findLanguage(word) ?? [])
  const unknown = named.find((word) => findLanguage(word) === undefined)
  const accentColor = readColor(color)
  const problems = {
    ...(name === '' && {name: 'Enter the name of the community.'}),
    ...(!isTimeZone(timeZone) && {timeZone: 'Enter a city, such as Madrid.'}),
    ...(unknown !== undefined && {
      languages: `“${unknown}” is not a language. Enter its name in English or its tag, such as Spanish or es.`,
    }),
    ...(named.length === 0 && {languages: 'Enter a language, such as English.'}),
    ...(color !== '' && colorProblem(color)),
  }
  if (Object.keys(problems).length > 0) return {kind: 'problems', problems}
  return {
    kind: 'community',
    fields: {
      name,
      shortName: shortName === '' ? undefined : shortName,
      timeZone,
      languages: [...new Set(languages)],
      accentColor,
    },
  }
}

/** Publish would refuse a color that is hard to read. */
function colorProblem(typed: string): {accentColor?: string} {
  const color = readColor(typed)
  if (color === undefined)
    return {accentColor: `“${typed}” is not a color. Enter six digits, such as #0b57d0.`}
  if (contrastOf(color, pageBackground.light) >= textContrast) return {}
  return {
    accentColor: `${color} is hard to read on a light page. Use ${readableOn(color, pageBackground.light)} or a darker color.`,
  }
}
