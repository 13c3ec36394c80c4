import type {SchemaType} from '@sanity/types'

/** Fields that every format has first, so that a line begins with what it is. */
const first = ['_id', '_type', '_key', '_ref', '_weak', '_strengthenOnPublish', '_sanityAsset']

/**
 * Orders the fields of a stored value as its schema does, also within lists and objects. Fields that the schema does
 * not have follow, sorted by name. So a line of a file changes only where its document does: the Content Lake has
 * fields in the order in which they were edited.
 *
 * @param typeOf - returns the compiled type of a name
 */
export function orderFields(
  value: unknown,
  type: SchemaType | undefined,
  typeOf: (name: string) => SchemaType | undefined,
): unknown {
  if (Array.isArray(value)) {
    const of = type?.jsonType === 'array' ? type.of : []
    return value.map((item: unknown) => {
      const name: unknown = Reflect.get(Object(item), '_type')
      const own = of.find((each) => each.name === name) ?? (of.length === 1 ? of[0] : undefined)
      return orderFields(item, own, typeOf)
    })
  }
  if (typeof value !== 'object' || value === null) return value
  const named: unknown = Reflect.get(value, '_type')
  const own = type ?? (typeof named === 'string' ? typeOf(named) : undefined)
  const fields = own?.jsonType === 'object' ? own.fields : []
  const names = [...first, ...fields.map(({name}) => name)]
  const place = (name: string) => {
    const index = names.indexOf(name)
    return index === -1 ? names.length : index
  }
  const entries = Object.entries(value).toSorted(
    ([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1),
  )
  return Object.fromEntries(
    entries.map(([name, each]) => {
      const field = fields.find((candidate) => candidate.name === name)
      return [name, orderFields(each, field?.type, typeOf)]
    }),
  )
}
