import {BellIcon} from '@sanity/icons/Bell'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {fieldsOf} from '@touchpoints/schemas/reading'
import {map} from 'rxjs'
import type {StructureBuilder, StructureResolverContext} from 'sanity/structure'

import {allSeriesQuery, readSeries} from '../series/readSeries.ts'
import {type AttentionList, attentionLists} from './attentionLists.ts'
import {countedTitle, iconOfCount} from './countedTitle.ts'
import {gaps, openDatesItem} from './openDatesItem.ts'

const countsQuery = {
  fetch: `{${attentionLists.map(({id, filter}) => `"${id}": count(*[${filter}])`).join(', ')}, "series": ${allSeriesQuery}}`,
  listen: '*[_type in ["touchpoint", "recording", "series"]]',
}

/** The list item "Needs attention", with the number of documents in each of its lists. */
export function attentionPane(S: StructureBuilder, context: StructureResolverContext) {
  return S.listItem()
    .id('attention')
    .title('Needs attention')
    .icon(BellIcon)
    .child(() =>
      context.documentStore
        .listenQuery(countsQuery, {}, {apiVersion, perspective: 'drafts', throttleTime: 1000})
        .pipe(
          map((result: unknown) => {
            const counts = readCounts(result, new Date().toISOString())
            return S.list()
              .title('Needs attention')
              .items([
                ...attentionLists.map((list) => attentionItem(S, list, counts.get(list.id) ?? 0)),
                openDatesItem(S, context, counts.get('open-dates') ?? 0),
              ])
          }),
        ),
    )
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
  {id, title, type, filter}: AttentionList,
  count: number,
) {
  return S.listItem()
    .id(id)
    .title(countedTitle(title, count))
    .icon(iconOfCount(count))
    .schemaType(type)
    .child(
      S.documentList()
        .id(id)
        .title(title)
        .schemaType(type)
        .apiVersion(apiVersion)
        .filter(filter)
        .defaultOrdering(
          type === 'touchpoint' ? [{field: 'schedule.start', direction: 'asc'}] : [],
        ),
    )
}
