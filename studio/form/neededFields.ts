import type {Path} from 'sanity'

import {required} from './fieldMessages.ts'
import {isBlankValue} from './isBlankValue.ts'
import {valueAt} from './valueAt.ts'

/** A field at the top of a document that keeps it from being published. */
export interface NeededField {
  name: string
  label: string
  /** Path of the first value in it that is missing or wrong. */
  path: Path
  /** The tab that shows the field. */
  group: string | undefined
  /** Whether it has a value that is wrong. Otherwise, the value is missing. */
  isWrong: boolean
}

/** A field of a document type, as the schema has it. */
export interface FormField {
  name: string
  title?: string | undefined
  group?: string | readonly string[] | undefined
}

/**
 * Returns the fields that keep a document from being published, in the order of the form.
 *
 * @param markers - all markers of the document's validation
 * @param titleOf - the community's own word for a field, if it has one
 */
export function neededFields(
  markers: readonly {level: string; path: Path; message: string}[],
  fields: readonly FormField[],
  value: unknown,
  titleOf: (path: Path) => string | undefined,
): NeededField[] {
  const errors = markers.filter(
    ({level, path, message}) =>
      level === 'error' && (!required.test(message) || isBlankValue(valueAt(value, path))),
  )
  return fields.flatMap(({name, title, group}) => {
    const own = errors.filter(({path}) => path[0] === name)
    const [first] = own
    if (!first) return []
    const isWrong = own.some(({path}) => !isBlankValue(valueAt(value, path)))
    return [
      {
        name,
        label: titleOf([name]) ?? title ?? name,
        path: first.path,
        group: typeof group === 'string' ? group : group?.[0],
        isWrong,
      },
    ]
  })
}
