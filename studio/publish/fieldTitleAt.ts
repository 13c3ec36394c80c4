import type {Path, SchemaType} from 'sanity'

/**
 * Returns the titles of the fields on a path, outermost first.
 *
 * @example fieldTitleAt(touchpoint, ['schedule', 'start']) // 'Schedule › Starts'
 */
export function fieldTitleAt(documentType: SchemaType, path: Path): string {
  const titles: string[] = []
  let type: SchemaType | undefined = documentType
  for (const segment of path) {
    if (typeof segment !== 'string') {
      // Items of one array share their fields, except in arrays of several types.
      type = type?.jsonType === 'array' && type.of.length === 1 ? type.of[0] : undefined
      continue
    }
    const field: {type: SchemaType} | undefined =
      type?.jsonType === 'object' ? type.fields.find(({name}) => name === segment) : undefined
    type = field?.type
    titles.push(type?.title ?? segment)
  }
  return titles.join(' › ')
}
