import {DateTime} from 'groq-js'
import {isObject, jsonEqual} from '../../json.ts'
import type {Selected, ValuePath} from './selection.ts'

/** The result of a selector before and after a change. */
export interface Change {
  before: unknown
  after: unknown
  selectedBefore: readonly Selected[]
  selectedAfter: readonly Selected[]
}

/** Returns whether any selected value differs. A list that has another length differs as a whole. */
export function changedAny({before, after, selectedBefore, selectedAfter}: Change): boolean {
  if (selectedBefore.length !== selectedAfter.length) return true
  return selectedBefore.some(({path, value}) => {
    const isResized = path.some((step, index) => {
      if (typeof step !== 'number') return false
      const [left, right] = [valueAt(before, path, index), valueAt(after, path, index)]
      return !Array.isArray(left) || !Array.isArray(right) || left.length !== right.length
    })
    return isResized || !isEqual(value, valueAt(after, path, path.length))
  })
}

/** Returns whether everything that differs is selected, or is a part of what is. */
export function changedOnly({before, after, selectedBefore}: Change): boolean {
  const selected = new Set(selectedBefore.map(({path}) => JSON.stringify(path)))
  return differences(before, after, []).every((path) =>
    Array.from({length: path.length + 1}, (_, length) => path.slice(0, length)).some((start) =>
      selected.has(JSON.stringify(start)),
    ),
  )
}

/** Returns the smallest parts that differ. */
function differences(before: unknown, after: unknown, path: ValuePath): ValuePath[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return [path]
    return before.flatMap((item, index) => differences(item, after[index], [...path, index]))
  }
  if (isPlainObject(before) && isPlainObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) => differences(before[key], after[key], [...path, key]))
  }
  return isEqual(before, after) ? [] : [path]
}

/** GROQ has no value that is missing: it is `null`. */
function isEqual(left: unknown, right: unknown): boolean {
  if (left instanceof DateTime && right instanceof DateTime) return left.equals(right)
  return jsonEqual(left ?? null, right ?? null)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !(value instanceof DateTime)
}

function valueAt(value: unknown, path: ValuePath, length: number): unknown {
  let current = value
  for (const step of path.slice(0, length)) {
    if (Array.isArray(current) && typeof step === 'number') current = current[step]
    else if (isObject(current) && Object.hasOwn(current, step)) current = current[step]
    else return null
  }
  return current
}
