import {ArchiveIcon} from '@sanity/icons/Archive'
import {apiVersion} from '@touchpoints/schemas/defaults'
import type {StructureBuilder, StructureResolverContext} from 'sanity/structure'

import {emptyPane} from './emptyPane.tsx'
import {sessionList} from './sessionList.ts'

const title = 'Past by year'

/** The list item for past touchpoints, with one list for each year, latest first. */
export function pastYears(S: StructureBuilder, {getClient}: StructureResolverContext) {
  return S.listItem()
    .id('past')
    .title(title)
    .icon(ArchiveIcon)
    .schemaType('touchpoint')
    .child(async () => {
      const starts = await getClient({apiVersion}).fetch<unknown[]>(
        '*[_type == "touchpoint" && schedule.start < now()].schedule.start',
        {},
        {perspective: 'drafts'},
      )
      const years = yearsOf(starts)
      if (years.length === 0) return emptyPane(S, title, 'No past sessions.')
      return S.list()
        .title(title)
        .items(
          years.map((year) =>
            S.listItem()
              .id(year)
              .title(year)
              .schemaType('touchpoint')
              .child(
                sessionList(S, {
                  id: year,
                  title: year,
                  filter: 'schedule.start < now() && string::startsWith(schedule.start, $year)',
                  params: {year: `${year}-`},
                }),
              ),
          ),
        )
    })
}

/**
 * Returns the years of the given instants, latest first.
 *
 * @example yearsOf(['2024-03-28T13:00:00Z', '2025-02-13T12:00:00Z']) // ['2025', '2024']
 */
export function yearsOf(starts: readonly unknown[]): string[] {
  const years = starts.flatMap((start) => (typeof start === 'string' ? start.slice(0, 4) : []))
  return [...new Set(years)].toSorted().toReversed()
}
