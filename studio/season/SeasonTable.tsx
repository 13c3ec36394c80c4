import {datesIn} from '@touchpoints/words/dates'
import {type KeyboardEvent, type MouseEvent, type RefObject, useMemo} from 'react'

import {directionOfKey, nextKey} from './gridKeys.ts'
import {noteSigns} from './itemWords.ts'
import type {SeasonSeries} from './readSeason.ts'
import {SeasonCell} from './SeasonCell.tsx'
import type {SeasonGrid, SeasonRow, SeasonWeek} from './seasonGrid.ts'
import {seasonStyles} from './seasonStyles.ts'

export interface CellNotes {
  label: string
  hasClash: boolean
  hasHoliday: boolean
}

/** What to know about a week. */
export interface WeekNotes {
  clocks: readonly string[]
  holidays: readonly string[]
}

interface SeasonTableProps {
  grid: SeasonGrid
  /** By the key of the item. */
  notes: ReadonlyMap<string, CellNotes>
  /** By the index of the week. */
  weekNotes: readonly WeekNotes[]
  seriesWord: string
  /** Key of the item that Tab reaches. */
  focused: string | undefined
  selected: ReadonlySet<string>
  table: RefObject<HTMLTableElement | null>
  onFocus: (key: string) => void
  onToggle: (key: string) => void
  /** Selects everything between the last toggled item and this one. */
  onExtend: (key: string) => void
  onClear: () => void
  onOpen: (key: string) => void
}

/**
 * The season as an ARIA grid: one tab stop, arrow keys between dates, Space selects, Shift extends, Enter opens.
 */
export function SeasonTable({
  grid,
  notes,
  weekNotes,
  seriesWord,
  focused,
  selected,
  table,
  onFocus,
  onToggle,
  onExtend,
  onClear,
  onOpen,
}: SeasonTableProps) {
  const cells = useMemo(
    () => grid.groups.flatMap(({rows}) => rows.flatMap(({lanes}) => lanes)),
    [grid],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event.target)
    if (key === undefined) return
    const control = event.ctrlKey ? 'Control+' : event.metaKey ? 'Meta+' : ''
    const direction = directionOfKey[`${control}${event.key}`]
    if (direction) {
      const next = nextKey(cells, key, direction)
      if (event.shiftKey) onExtend(next)
      onFocus(next)
      focusCell(table.current, next)
    } else if (event.key === ' ') {
      if (event.shiftKey) onExtend(key)
      else onToggle(key)
    } else if (event.key === 'Enter') onOpen(key)
    else if (event.key === 'Escape') onClear()
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const key = keyOf(event.target)
    if (key === undefined) return
    onFocus(key)
    focusCell(table.current, key)
    if (event.shiftKey) onExtend(key)
    else onToggle(key)
  }
  return (
    <div className="season-scroll" data-testid="season-grid">
      <style>{seasonStyles}</style>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it is a grid */}
      <table
        ref={table}
        role="grid"
        aria-label="Season"
        aria-multiselectable
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={({target}) => {
          const key = keyOf(target)
          if (key !== undefined) onOpen(key)
        }}
        onFocus={({target}) => {
          const key = keyOf(target)
          if (key !== undefined) onFocus(key)
        }}
        // A click with Shift selects dates, and not text.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      >
        <WeekHeaders weeks={grid.weeks} notes={weekNotes} seriesWord={seriesWord} />
        {grid.groups.map(({id, title, rows}) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" className="season-group">
                {title}
              </th>
              <td colSpan={grid.weeks.length} className="season-group" />
            </tr>
            {rows.map((row) => (
              <SeasonLanes key={row.id} {...{row, notes, focused, selected}} weeks={grid.weeks} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** Returns the key of the item that an event is on. */
function keyOf(target: EventTarget | null): string | undefined {
  const cell = target instanceof Element ? target.closest('[data-key]') : null
  return cell?.getAttribute('data-key') ?? undefined
}

export function focusCell(table: HTMLTableElement | null, key: string): void {
  table?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
}

interface WeekHeadersProps {
  weeks: readonly SeasonWeek[]
  notes: readonly WeekNotes[]
  seriesWord: string
}

function WeekHeaders({weeks, notes, seriesWord}: WeekHeadersProps) {
  const dates = datesIn('en')
  const months = [...Map.groupBy(weeks, ({monday}) => monday.slice(0, 7))]
  return (
    <thead>
      <tr>
        <td />
        {months.map(([month, its]) => (
          <th key={month} scope="colgroup" colSpan={its.length} className="season-month">
            {its.length > 2
              ? dates.monthName(month)
              : dates.dayPart(`${month}-01T00:00:00Z`, 'UTC', 'month')}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col" className="season-corner">
          {seriesWord}
        </th>
        {weeks.map(({monday, isCurrent}, index) => {
          const {clocks = [], holidays = []} = notes[index] ?? {}
          const label = [
            `Week of ${dates.dateName(monday)}${isCurrent ? ', this week' : ''}`,
            ...clocks,
            ...holidays,
          ].join('. ')
          return (
            <th
              key={monday}
              scope="col"
              aria-label={label}
              title={label}
              className={isCurrent ? 'season-current' : undefined}
            >
              <span aria-hidden>{Number(monday.slice(8))}</span>
              <span aria-hidden className="season-signs">
                {clocks.length > 0 && noteSigns.clocks}
                {holidays.length > 0 && noteSigns.holiday}
                {'\u00a0'}
              </span>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** Says why a row has no dates of its own. */
function stateOf(series: SeasonSeries | undefined): string | undefined {
  if (series?.lifecycle === 'paused') return 'Paused'
  if (series?.lifecycle === 'ended') return 'Ended'
  return series && !series.cadence ? 'No cadence' : undefined
}

interface SeasonLanesProps {
  row: SeasonRow
  weeks: readonly SeasonWeek[]
  notes: ReadonlyMap<string, CellNotes>
  focused: string | undefined
  selected: ReadonlySet<string>
}

function SeasonLanes({row, weeks, notes, focused, selected}: SeasonLanesProps) {
  const {lanes, title, series, breaks, problem} = row
  const state = problem ?? stateOf(series)
  return lanes.map((lane, index) => (
    // The lanes of a row have no other identity than their order.
    // oxlint-disable-next-line react/no-array-index-key
    <tr key={index}>
      {index === 0 && (
        <th scope="row" rowSpan={lanes.length} title={title}>
          <span className="season-title">{title}</span>
          {state && <span className="season-state">{state}</span>}
        </th>
      )}
      {weeks.map(({monday, isCurrent}, week) => {
        const item = lane[week]
        const its = item && notes.get(item.key)
        if (item && its) {
          return (
            <SeasonCell
              key={monday}
              item={item}
              {...its}
              isSelected={selected.has(item.key)}
              isFocusable={item.key === focused}
            />
          )
        }
        const pause = breaks[week]
        return (
          <td
            key={monday}
            role="gridcell"
            {...(pause && {'aria-label': pause, title: pause})}
            className={pause ? 'season-break' : isCurrent ? 'season-current' : undefined}
          />
        )
      })}
    </tr>
  ))
}
