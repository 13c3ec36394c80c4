import {datesIn} from '@touchpoints/words/dates'
import {useMemo} from 'react'

import type {CommunityFacts} from '../community/readCommunity.ts'
import {placesOf} from '../schedule/placesOf.ts'
import {clashesOf, isSerious} from './clashesOf.ts'
import {clockChangesOf, clockSentences} from './clockChangesOf.ts'
import {describeItem, holidayNote, holidaysOn, type ItemText} from './describeItem.ts'
import type {SeasonFacts} from './readSeason.ts'
import {type SeasonGrid, seasonGrid} from './seasonGrid.ts'
import type {CellNotes, WeekNotes} from './SeasonTable.tsx'
import {type HolidaysState, useHolidays} from './useHolidays.ts'

export interface SeasonView {
  grid: SeasonGrid
  /** By the key of the item. */
  texts: ReadonlyMap<string, ItemText>
  notes: ReadonlyMap<string, CellNotes>
  weekNotes: readonly WeekNotes[]
  /** Number of items with a clash that concerns the same people. */
  clashCount: number
  holidays: HolidaysState
}

interface ViewRequest {
  facts: SeasonFacts
  community: CommunityFacts
  timeZone: string
  /** UTC instant. */
  now: string
  /** `YYYY-MM-DD` */
  monday: string
  lastDay: string
  weeks: number
}

/** The season with everything that is known about its dates and weeks. */
export function useSeasonView({
  facts,
  community,
  timeZone,
  now,
  monday,
  lastDay,
  weeks,
}: ViewRequest): SeasonView {
  const {regions} = community
  const communityTitle = 'Whole community'
  const places = useMemo(
    () => (regions.length > 0 ? placesOf(regions) : [{name: 'Home', timeZone}]),
    [regions, timeZone],
  )
  const period = useMemo(() => ({from: monday, to: lastDay}), [monday, lastDay])
  const state = useHolidays(places, period)
  const {holidays} = state
  const grid = useMemo(
    () => seasonGrid(facts, {monday, weeks, now, timeZone, communityTitle}),
    [facts, monday, weeks, now, timeZone],
  )
  const clashes = useMemo(() => clashesOf(grid.items), [grid])
  const clocks = useMemo(() => {
    const zones = [...new Set(grid.items.map((item) => item.timeZone))]
    return clockChangesOf({zones, places, mondays: grid.weeks.map((week) => week.monday)})
  }, [grid, places])
  const {texts, notes} = useMemo(() => {
    const described = grid.items.map((item) => {
      const its = clashes.get(item.key) ?? []
      const text = describeItem(item, {clashes: its, holidays, places})
      const cell: CellNotes = {
        label: [text.name, text.status, ...text.notes].join('. '),
        hasClash: its.some(isSerious),
        hasHoliday: holidaysOn(item, {holidays, places}).length > 0,
      }
      return {key: item.key, text, cell}
    })
    return {
      texts: new Map(described.map(({key, text}) => [key, text])),
      notes: new Map(described.map(({key, cell}) => [key, cell])),
    }
  }, [grid, clashes, holidays, places])
  const weekNotes = useMemo(
    () =>
      grid.weeks.map((week, index) => {
        const clock = clocks.get(index)
        const its = holidays.filter(({date}) => date >= week.monday && date <= week.sunday)
        return {
          clocks: clock ? clockSentences(clock) : [],
          holidays: its.map((holiday) => `${shortDay(holiday.date)}: ${holidayNote(holiday)}`),
        }
      }),
    [grid, clocks, holidays],
  )
  const clashCount = [...notes.values()].filter(({hasClash}) => hasClash).length
  return {grid, texts, notes, weekNotes, clashCount, holidays: state}
}

function shortDay(date: string): string {
  return datesIn('en').shortDay(`${date}T00:00:00Z`, 'UTC')
}
