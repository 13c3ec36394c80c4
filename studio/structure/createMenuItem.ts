import {AddIcon} from '@sanity/icons/Add'
import type {StructureBuilder} from 'sanity/structure'

/** The + button at the top of a list of lists, which has none of its own. */
export function createMenuItem(S: StructureBuilder, type: string, title: string) {
  return S.menuItem()
    .title(title)
    .icon(AddIcon)
    .intent({type: 'create', params: {type, template: type}})
    .showAsAction(true)
}
