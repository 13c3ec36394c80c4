import {originOf} from './origins.ts'

/** Path from a value to one of its properties: `title`, `schedule.start`, `guests[0].role`. */
export type EditPath<Value> =
  | Extract<keyof Value, string>
  | `${Extract<keyof Value, string>}.${string}`
  | `${Extract<keyof Value, string>}[${string}`

/**
 * Returns the `data-sanity` attribute of a value in a preview. A click on the element opens the field of
 * the value in its document, also when that is a referenced document. Published values have none, so
 * the same markup works for visitors.
 *
 * The format is that of `createDataAttribute` in @sanity/visual-editing.
 *
 * @returns undefined when there is nothing to edit: the value is published, or calculated
 * @example
 * const {data} = await loader.preview({token}).touchpoints()
 * edit(touchpoint, 'title') // 'id=spring;type=touchpoint;path=title;base=http%3A%2F%2Flocalhost%3A3333'
 * edit(touchpoint.guests[0].guest, 'name') // 'id=guest-mirko;type=guest;path=name;…'
 */
export function edit<Value extends object>(
  value: Value,
  path: EditPath<Value>,
): string | undefined {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  const property = keys.pop()
  const parent = keys.reduce<unknown>(propertyOf, value)
  if (property === undefined || typeof parent !== 'object' || parent === null) return undefined
  const origin = originOf(parent, Array.isArray(parent) ? Number(property) : property)
  if (!origin || origin.path === '') return undefined
  return [
    `id=${origin.documentId}`,
    `type=${origin.documentType}`,
    `path=${origin.path}`,
    `base=${encodeURIComponent(origin.studioUrl ?? '/')}`,
  ].join(';')
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
