import {timeZone} from '@touchpoints/schemas/scalars'

import type {Reading} from './readings.ts'

/**
 * Reads an IANA time zone. Capitals do not matter. A city is answered with the zone of that name, because a city of the
 * same name can be elsewhere.
 *
 * @example readZone('europe/lisbon') // {value: 'Europe/Lisbon'}
 * @example readZone('Lisbon') // {problem: '"Lisbon" is not a time zone. Did you mean Europe/Lisbon?'}
 */
export function readZone(text: string): Reading<string> {
  const typed = text.trim().replace(/\s*\/\s*/g, '/')
  const all = Intl.supportedValuesOf('timeZone')
  const wanted = folded(typed)
  const spellings = [
    ...(wanted === 'utc' ? ['UTC'] : []),
    ...all.filter((id) => folded(id) === wanted),
    // A runtime lists one of two names of a zone, and knows both: Asia/Kolkata and Asia/Calcutta.
    (/\p{Ll}/u.test(typed) ? typed : wanted).replace(/(?<=^|[/_-])\p{L}/gu, (letter) =>
      letter.toUpperCase(),
    ),
  ]
  const value = spellings.find((id) => timeZone.safeParse(id).success)
  if (value !== undefined) return {value}
  const city = wanted.split('/').at(-1)
  const meant = all.filter((id) => folded(id.slice(id.lastIndexOf('/') + 1)) === city)
  if (meant.length > 0) {
    const names = new Intl.ListFormat('en', {type: 'disjunction'}).format(meant)
    return {problem: `"${typed}" is not a time zone. Did you mean ${names}?`}
  }
  const issue = timeZone.safeParse(typed).error?.issues[0]?.message
  return {problem: issue ?? 'This value cannot be used.'}
}

/** "São Paulo" and "sao_paulo" are the same name. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, '_').toLowerCase()
}
