import {UsersIcon} from '@sanity/icons/Users'
import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StructureBuilder} from 'sanity/structure'

import {capitalized} from '../community/capitalized.ts'
import type {CommunityFacts} from '../community/readCommunity.ts'
import {createMenuItem} from './createMenuItem.ts'

const lifecycles = [
  {id: 'active', title: 'Active', filter: 'coalesce(lifecycle, "active") == "active"'},
  {id: 'paused', title: 'Paused', filter: 'lifecycle == "paused"'},
  {id: 'ended', title: 'Ended', filter: 'lifecycle == "ended"'},
] as const

/** The list item for series: by state, those of the community itself, and by group. */
export function seriesList(S: StructureBuilder, {series, group}: CommunityFacts) {
  const title = `${capitalized(series.plural)} and cadences`
  const list = (
    id: string,
    listTitle: string,
    filter: string,
    params: Record<string, string> = {},
  ) =>
    S.documentList()
      .id(id)
      .title(listTitle)
      .schemaType('series')
      .apiVersion(apiVersion)
      .filter(`_type == "series" && ${filter}`)
      .params(params)
      .defaultOrdering([{field: 'title', direction: 'asc'}])
      .canHandleIntent(() => false)
  const item = (id: string, itemTitle: string, filter: string) =>
    S.listItem()
      .id(id)
      .title(itemTitle)
      .schemaType('series')
      .child(list(id, itemTitle, filter))
  return S.listItem()
    .id('series')
    .title(title)
    .schemaType('series')
    .child(
      S.list()
        .title(title)
        .menuItems([createMenuItem(S, 'series', `New ${series.singular}`)])
        .items([
          ...lifecycles.map(({id, title: state, filter}) => item(id, state, filter)),
          S.divider(),
          item('own', 'Of the whole community', '!defined(group)'),
          S.listItem()
            .id('by-group')
            .title(`By ${group.singular}`)
            .icon(UsersIcon)
            .child(
              S.documentList()
                .id('by-group')
                .title(`By ${group.singular}`)
                .schemaType('workingGroup')
                .apiVersion(apiVersion)
                .filter(
                  '_type == "workingGroup" && count(*[_type == "series" && references(^._id)]) > 0',
                )
                .canHandleIntent(() => false)
                .child((groupId) => list(groupId, 'Meetings', 'group._ref == $groupId', {groupId})),
            ),
          S.divider(),
          S.documentTypeListItem('series').title(`All ${series.plural}`),
        ]),
    )
}
