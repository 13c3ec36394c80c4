import type {SortOrderingItem} from '@sanity/types'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import type {Extension} from 'touchpoints/extend'

/**
 * Returns the list item of each document type that a project adds, in the order of the extension. A list is sorted
 * as the loader sorts the documents.
 *
 * @throws Error when the schema of the workspace has no such type
 */
export function addedLists(
  S: StructureBuilder,
  {documents = {}}: Extension = {},
): ListItemBuilder[] {
  return Object.entries(documents).map(([name, {order, listTitle}]) => {
    const type = S.context.schema.get(name)
    if (!type) throw missingType(name)
    const title = listTitle ?? type.title ?? name
    const list = S.documentTypeList(name).title(title)
    const ordering = orderingOf(order)
    return S.documentTypeListItem(name)
      .title(title)
      .child(ordering.length > 0 ? list.defaultOrdering(ordering) : list)
  })
}

/**
 * Returns sort keys in GROQ as Sanity writes them. Empty for keys that are more than paths, which a list of the
 * Studio can't have.
 *
 * @example orderingOf('name asc, address.city desc')
 * // [{field: 'name', direction: 'asc'}, {field: 'address.city', direction: 'desc'}]
 */
export function orderingOf(order = ''): SortOrderingItem[] {
  const keys = order.split(',').map((key) => /^\s*([\w.]+)(?:\s+(asc|desc))?\s*$/.exec(key))
  return keys.every((key) => key !== null)
    ? keys.map(([, field = '', direction]) => ({
        field,
        direction: direction === 'desc' ? 'desc' : 'asc',
      }))
    : []
}

function missingType(name: string): Error {
  return new Error(
    `The Studio has no document type "${name}", which the extension adds. In sanity.config.ts, use \`schema: {types: withIcons(schemaTypesWith(extension))}\`.`,
  )
}
