import {memo} from 'react'

import {itemMark, noteSigns} from './itemWords.ts'
import type {SeasonItem} from './seasonGrid.ts'

interface SeasonCellProps {
  item: SeasonItem
  /** Its name, status and notes, for screen readers and on hover. */
  label: string
  hasClash: boolean
  hasHoliday: boolean
  isSelected: boolean
  /** Whether Tab reaches it: one cell of the grid. */
  isFocusable: boolean
}

/** One date of a series: its day of the month, and signs. Clicks and keys are handled by the grid. */
export const SeasonCell = memo(function SeasonCell({
  item,
  label,
  hasClash,
  hasHoliday,
  isSelected,
  isFocusable,
}: SeasonCellProps) {
  const {sign, tone, isOpen} = itemMark(item)
  const classes = [
    'season-item',
    `season-${tone}`,
    isOpen && 'season-open',
    item.isPast && 'season-past',
  ]
  return (
    <td
      role="gridcell"
      aria-selected={isSelected}
      aria-label={label}
      title={label}
      tabIndex={isFocusable ? 0 : -1}
      data-key={item.key}
    >
      <span className={classes.filter(Boolean).join(' ')} aria-hidden>
        <span>{Number(item.date.slice(8))}</span>
        <span className="season-signs">
          {sign}
          {item.moved && noteSigns.moved}
          {hasClash && <b>{noteSigns.clash}</b>}
          {hasHoliday && noteSigns.holiday}
        </span>
      </span>
    </td>
  )
})
