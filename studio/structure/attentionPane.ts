import {BellIcon} from '@sanity/icons/Bell'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {map, type Observable} from 'rxjs'
import type {StructureBuilder} from 'sanity/structure'

import {
  type AttentionItem,
  attentionItems,
  attentionTotal,
  missingCommunityId,
  openDatesId,
} from '../attention/attentionItems.ts'
import {type AttentionList, attentionListsFor} from '../attention/attentionLists.ts'
import type {Overview} from '../attention/overview.ts'
import {bulkLists} from '../bulk/bulkActs.ts'
import {bulkPane} from '../bulk/bulkPane.tsx'
import type {CommunityFacts} from '../community/readCommunity.ts'
import {communityForm} from './communityItem.ts'
import {countedTitle, iconOfCount} from './countedTitle.ts'
import {openDatesPane} from './openDatesPane.ts'

export const attentionId = 'attention'
const title = 'Needs attention'

interface AttentionOptions {
  community: CommunityFacts
  overview: Observable<Overview>
  /** The sum of all lists, 0 while it is not known. */
  total: number
}

/** The list item "Needs attention", with the number of documents in each of its lists, and in all of them. */
export function attentionPane(S: StructureBuilder, {community, overview, total}: AttentionOptions) {
  const lists = new Map(attentionListsFor(community).map((list) => [list.id, list]))
  const itemOf = (item: AttentionItem) => {
    const list = lists.get(item.id)
    const builder = S.listItem()
      .id(item.id)
      .title(countedTitle(item.title, item.count))
      .icon(item.id === missingCommunityId ? WarningOutlineIcon : iconOfCount(item.count))
    // Typing in the form of the missing document creates it.
    if (item.id === missingCommunityId) return builder.child(communityForm(S))
    if (item.id === openDatesId) return builder.child(openDatesPane(S, community, overview))
    const bulk = bulkLists.find(({id}) => id === item.id)
    if (bulk) return builder.schemaType('touchpoint').child(bulkPane(S, bulk, item.title))
    return list ? withList(S, builder, list) : builder
  }
  return S.listItem()
    .id(attentionId)
    .title(countedTitle(title, total))
    .icon(BellIcon)
    .child(() =>
      overview.pipe(
        map((each) => {
          const items = attentionItems(community, each, new Date().toISOString())
          return S.list()
            .id(attentionId)
            .title(countedTitle(title, attentionTotal(items)))
            .items(items.map(itemOf))
        }),
      ),
    )
}

function withList(
  S: StructureBuilder,
  item: ReturnType<StructureBuilder['listItem']>,
  {id, title: listTitle, type, filter, params = {}}: AttentionList,
) {
  const documents = S.documentList()
    .id(id)
    .title(listTitle)
    .apiVersion(apiVersion)
    .filter(filter)
    .params(params)
  if (type === undefined) return item.child(documents)
  return item.schemaType(type).child(
    documents
      .schemaType(type)
      .defaultLayout(type === 'touchpoint' ? 'detail' : 'default')
      .defaultOrdering(type === 'touchpoint' ? [{field: 'schedule.start', direction: 'asc'}] : []),
  )
}
