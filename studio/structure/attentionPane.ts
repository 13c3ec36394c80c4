import {BellIcon} from '@sanity/icons/Bell'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {fieldsOf} from '@touchpoints/schemas/reading'
import {map} from 'rxjs'
import type {StructureBuilder, StructureResolverContext} from 'sanity/structure'

import type {CommunityFacts} from '../community/readCommunity.ts'
import {allSeriesQuery, readSeries} from '../series/readSeries.ts'
import {type AttentionList, attentionListsFor} from './attentionLists.ts'
import {communityForm} from './communityItem.ts'
import {countedTitle, iconOfCount} from './countedTitle.ts'
import {gaps, openDatesItem} from './openDatesItem.ts'

/** Types that the lists read. */
const listened = ['community', 'touchpoint', 'recording', 'series', 'workingGroup', 'meetingsPage']

function countsQuery(lists: readonly AttentionList[]) {
  const counts = lists.map(({id, filter}) => `"${id}": count(*[${filter}])`).join(', ')
  return {
    fetch: `{${counts}, "series": ${allSeriesQuery}}`,
    listen: `*[_type in ${JSON.stringify(listened)}]`,
  }
}

function paramsOf(lists: readonly AttentionList[]): Record<string, string[]> {
  return Object.fromEntries(
    lists.flatMap(({params = {}}) =>
      Object.entries(params).map(([name, values]) => [name, [...values]]),
    ),
  )
}

/** The list item "Needs attention", with the number of documents in each of its lists. */
export function attentionPane(
  S: StructureBuilder,
  context: StructureResolverContext,
  community: CommunityFacts,
) {
  const lists = attentionListsFor(community)
  return S.listItem()
    .id('attention')
    .title('Needs attention')
    .icon(BellIcon)
    .child(() =>
      context.documentStore
        .listenQuery(countsQuery(lists), paramsOf(lists), {
          apiVersion,
          perspective: 'drafts',
          throttleTime: 1000,
        })
        .pipe(
          map((result: unknown) => {
            const counts = readCounts(result, new Date().toISOString())
            return S.list()
              .title('Needs attention')
              .items([
                ...(community.exists ? [] : [missingCommunityItem(S)]),
                ...lists.map((list) => attentionItem(S, list, counts.get(list.id) ?? 0)),
                openDatesItem(S, context, {
                  session: community.session,
                  series: community.series,
                  count: counts.get('open-dates') ?? 0,
                }),
              ])
          }),
        ),
    )
}

/** Opens the form of the missing document. Typing in it creates it. */
function missingCommunityItem(S: StructureBuilder) {
  return S.listItem()
    .id('no-community')
    .title('No community document')
    .icon(WarningOutlineIcon)
    .child(communityForm(S))
}

/**
 * Reads the counts from the result of `countsQuery`, by the id of the list.
 *
 * @param now - UTC instant
 */
export function readCounts(result: unknown, now: string): ReadonlyMap<string, number> {
  const {series, ...counts} = fieldsOf(result)
  const storedSeries = Array.isArray(series) ? series.flatMap((each) => readSeries(each) ?? []) : []
  const entries = Object.entries(counts).flatMap(([id, count]): [string, number][] =>
    typeof count === 'number' ? [[id, count]] : [],
  )
  return new Map([...entries, ['open-dates', gaps(storedSeries, now).length]])
}

function attentionItem(
  S: StructureBuilder,
  {id, title, type, filter, params = {}}: AttentionList,
  count: number,
) {
  const documents = S.documentList()
    .id(id)
    .title(title)
    .apiVersion(apiVersion)
    .filter(filter)
    .params(params)
  const item = S.listItem().id(id).title(countedTitle(title, count)).icon(iconOfCount(count))
  if (type === undefined) return item.child(documents)
  return item
    .schemaType(type)
    .child(
      documents
        .schemaType(type)
        .defaultOrdering(
          type === 'touchpoint' ? [{field: 'schedule.start', direction: 'asc'}] : [],
        ),
    )
}
