import {plainText} from '@touchpoints/calendar/plain-text'

import type {JsonValue} from './extension.ts'

/** The values of `extra` of an event. */
export type ExtraValues = Readonly<Record<string, JsonValue>>

/** A name that an element can list in its attribute `extra`, and that is no part of every object. */
export const extraName = /^[A-Za-z][\w-]{0,63}$/

/**
 * Maximum of characters of all values of one event, as JSON. A snapshot of 3,000 events with as much has 12 MB,
 * and without extra values 1.5 MB.
 */
export const maxExtraLength = 4000

/** A list within a list, eight times. Deeper ones are a mistake, or a cycle. */
const maxDepth = 8

/**
 * Returns the values that can be published, without undefined and null. Reports each of the others.
 *
 * @param clean - called with a copy of each value before it is measured
 */
export function checkedExtra(
  extra: unknown,
  report: (fault: string) => void,
  clean: (value: unknown) => unknown,
): ExtraValues {
  if (extra === undefined || extra === null) return {}
  if (typeof extra !== 'object' || Array.isArray(extra)) {
    report('returned extra values that are no object.')
    return {}
  }
  const values: [string, JsonValue][] = []
  for (const [name, value] of Object.entries(extra)) {
    if (value === undefined || value === null) continue
    if (!extraName.test(name)) {
      report(
        `returned the extra value ${JSON.stringify(name.slice(0, 80))}. Use letters, digits, hyphens and _ for its name.`,
      )
      continue
    }
    const copy = jsonOf(value, maxDepth)
    const json = copy === undefined ? undefined : jsonOf(clean(copy), maxDepth)
    if (json === null) continue
    if (json === undefined) {
      report(
        `returned an extra value "${name}" that JSON cannot express. Convert it to a text or a number.`,
      )
      continue
    }
    values.push([name, json])
  }
  return Object.fromEntries(withinLimit(values, report))
}

/** Leaves out the largest values until the others fit, so that one of them does not take the others. */
function withinLimit(
  values: readonly [string, JsonValue][],
  report: (fault: string) => void,
): [string, JsonValue][] {
  const sized = values.map((value) => {
    const [name, json] = value
    return {name, value, length: name.length + JSON.stringify(json).length}
  })
  let total = sized.reduce((sum, {length}) => sum + length, 0)
  const left = new Set<string>()
  for (const {name, length} of sized.toSorted((a, b) => b.length - a.length)) {
    if (total <= maxExtraLength) break
    total -= length
    left.add(name)
    report(
      `returned more than ${maxExtraLength} characters of extra values, and "${name}" has ${length} of them. Shorten it.`,
    )
  }
  return sized.flatMap(({name, value}) => (left.has(name) ? [] : [value]))
}

/** Returns a copy of a value. Undefined when JSON cannot express it. */
function jsonOf(value: unknown, depth: number): JsonValue | undefined {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return plainText(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'object' || depth === 0) return undefined
  if (Array.isArray(value)) {
    const members = value.map((member: unknown) => jsonOf(member, depth - 1))
    return isComplete(members) ? members : undefined
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return undefined
  const properties: [string, JsonValue][] = []
  for (const [name, property] of Object.entries(value)) {
    if (property === undefined) continue
    const json = jsonOf(property, depth - 1)
    if (json === undefined) return undefined
    if (name !== '__proto__') properties.push([name, json])
  }
  return Object.fromEntries(properties)
}

function isComplete(members: readonly (JsonValue | undefined)[]): members is JsonValue[] {
  return members.every((member) => member !== undefined)
}
