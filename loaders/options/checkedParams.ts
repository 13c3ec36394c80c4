import {nameHint} from '@touchpoints/calendar/option-names'

import {parametersIn} from './checkGroq.ts'
import {ConfigurationError} from '../errors.ts'

/**
 * Checks the parameters of a query: each is a value that JSON has, and each one in the query is there.
 *
 * @param groq - the parts of the query that can name them
 * @throws ConfigurationError with the name of the parameter
 */
export function checkedParams<Params extends Readonly<Record<string, unknown>>>(
  params: Params,
  groq: string,
): Params {
  const names = Object.keys(params)
  for (const [name, value] of Object.entries(params)) {
    const refuse = (why: string) => {
      throw new ConfigurationError(`params.${name}`, `The parameter "${name}" ${why}`)
    }
    if (name.startsWith('$')) {
      refuse(`has a $ in its name. Omit it: params: {${name.slice(1)}: …} is $${name.slice(1)}.`)
    }
    if (!/^[A-Za-z_]\w*$/.test(name)) refuse('is no name for GROQ. Use letters, digits and _.')
    if (!isJson(value, [])) {
      refuse(
        'has a value that JSON cannot express. Use texts, numbers, true, false, null, lists and plain objects.',
      )
    }
  }
  const missing = parametersIn(groq).find((name) => !names.includes(name))
  if (missing === undefined) return params
  throw new ConfigurationError(
    `params.${missing}`,
    `The query has $${missing}, and params has no "${missing}". ${names.length > 0 ? nameHint(missing, names) : `Pass params: {${missing}: …}.`}`,
  )
}

function isJson(value: unknown, around: readonly object[]): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || around.includes(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false
  return Object.values(value).every((each) => isJson(each, [...around, value]))
}
