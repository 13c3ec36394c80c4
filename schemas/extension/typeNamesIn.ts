import {fieldsOf, textOf} from '../reading/stored.ts'

interface TypeNames {
  /** Types of fields, members and objects. */
  types: string[]
  /** Types of documents that references lead to. */
  targets: string[]
}

/** A reference to another dataset leads to types that this schema does not have. */
const referencesElsewhere: ReadonlySet<unknown> = new Set([
  'crossDatasetReference',
  'globalDocumentReference',
])

/**
 * Returns the names of types that a definition of Sanity uses, at any depth.
 *
 * @example
 * typeNamesIn({name: 'hosts', type: 'array', of: [{type: 'reference', to: [{type: 'guest'}]}]})
 * // {types: ['array', 'reference'], targets: ['guest']}
 */
export function typeNamesIn(definition: unknown): TypeNames {
  const {type, to, of, fields, marks} = fieldsOf(definition)
  const parts = [of, fields, fieldsOf(marks)['annotations']].flatMap(listOf).map(typeNamesIn)
  const targets = referencesElsewhere.has(type) ? [] : listOf(to)
  return {
    types: [...namesIn([definition]), ...parts.flatMap((part) => part.types)],
    targets: [...namesIn(targets), ...parts.flatMap((part) => part.targets)],
  }
}

function namesIn(definitions: readonly unknown[]): string[] {
  return definitions.flatMap((each) => textOf(fieldsOf(each)['type']) ?? [])
}

/** Sanity takes one target of a reference without a list. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}
