import {Box, Flex, Select, TextInput} from '@sanity/ui'
import {isCalendarDate} from '@touchpoints/calendar/time'
import {addDays} from '@touchpoints/words/dates'
import {useState} from 'react'

import {LabeledControl} from '../inputs/LabeledControl.tsx'
import type {SeasonItem} from './seasonGrid.ts'

/** How far the selected dates move. */
export interface Move {
  /** The earliest selected date, `YYYY-MM-DD`. */
  first: string
  /** Negative means earlier. */
  days: number
}

/** Most meetings move by a week. */
export function startOfMove(items: readonly SeasonItem[]): Move {
  const [first = ''] = items.map(({date}) => date).toSorted()
  return {first, days: 7}
}

interface MoveFieldsProps {
  move: Move
  onChange: (move: Move) => void
}

/** Two ways to say how far dates move: by days or weeks, or the new date of the earliest one. */
export function MoveFields({move, onChange}: MoveFieldsProps) {
  const {first, days} = move
  const [unit, setUnit] = useState(7)
  return (
    <Flex gap={3} wrap="wrap" align="flex-end">
      <Box style={{width: 90}}>
        <LabeledControl label="Later by">
          {(attributes) => (
            <TextInput
              {...attributes}
              autoFocus
              type="number"
              value={days / unit}
              onChange={({currentTarget: {valueAsNumber}}) =>
                onChange({first, days: Number.isNaN(valueAsNumber) ? 0 : valueAsNumber * unit})
              }
            />
          )}
        </LabeledControl>
      </Box>
      <Box style={{width: 110}}>
        <LabeledControl label="Unit">
          {(attributes) => (
            <Select
              {...attributes}
              value={unit}
              onChange={({currentTarget}) => {
                const next = Number(currentTarget.value)
                onChange({first, days: Math.round(days / unit) * next})
                setUnit(next)
              }}
            >
              <option value={7}>weeks</option>
              <option value={1}>days</option>
            </Select>
          )}
        </LabeledControl>
      </Box>
      <Box style={{width: 170}}>
        <LabeledControl label="Earliest date moves to">
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              value={addDays(first, days)}
              onChange={({currentTarget}) => {
                if (!isCalendarDate(currentTarget.value)) return
                setUnit(1)
                onChange({first, days: daysBetween(first, currentTarget.value)})
              }}
            />
          )}
        </LabeledControl>
      </Box>
    </Flex>
  )
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
