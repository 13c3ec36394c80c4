import {Select, TextInput} from '@sanity/ui'
import {textOf} from '@touchpoints/schemas/reading'

import {changeRhythm, rhythmOf, type Rhythm} from '../../cadence/slot.ts'
import {LabeledControl} from '../LabeledControl.tsx'
import type {SlotEditorProps} from './SlotEditor.tsx'

type SlotDetailsProps = Pick<SlotEditorProps, 'slot' | 'readOnly' | 'problemOf' | 'onChange'>

const monthly: readonly {value: Rhythm; title: string}[] = [
  {value: 'weekday', title: 'Weekday, such as the 1st Tuesday'},
  {value: 'date', title: 'Same date each month'},
  {value: 'businessDay', title: 'Business day, Monday to Friday'},
]

/** Fields of a slot that few communities need: calendar weeks, kinds of monthly dates, and the end. */
export function SlotDetails({slot, readOnly, problemOf, onChange}: SlotDetailsProps) {
  const rhythm = rhythmOf(slot)
  const offset = slot['dayOffset']
  return (
    <>
      <LabeledControl
        label="End date"
        hint="The last date. Leave empty if there is none."
        problem={problemOf('endDate')}
      >
        {(attributes) => (
          <TextInput
            {...attributes}
            type="date"
            value={textOf(slot['endDate']) ?? ''}
            readOnly={readOnly}
            onChange={({currentTarget}) => onChange({endDate: currentTarget.value || undefined})}
          />
        )}
      </LabeledControl>
      {rhythm === 'weekly' ? (
        <LabeledControl
          label="Calendar weeks"
          hint="Odd and even weeks of the year, if the meeting takes turns. Only with every 1 week."
          problem={problemOf('weeks')}
        >
          {(attributes) => (
            <Select
              {...attributes}
              value={textOf(slot['weeks']) ?? ''}
              disabled={readOnly}
              onChange={({currentTarget}) => onChange({weeks: currentTarget.value || undefined})}
            >
              <option value="">All</option>
              <option value="odd">Odd</option>
              <option value="even">Even</option>
            </Select>
          )}
        </LabeledControl>
      ) : (
        <LabeledControl label="Day of the month" problem={problemOf('monthlyOn')}>
          {(attributes) => (
            <Select
              {...attributes}
              value={rhythm}
              disabled={readOnly}
              onChange={({currentTarget}) => {
                const next = monthly.find(({value}) => value === currentTarget.value)
                if (next) onChange(changeRhythm(slot, next.value))
              }}
            >
              {monthly.map(({value, title}) => (
                <option key={value} value={value}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </LabeledControl>
      )}
      {rhythm === 'weekday' && (
        <LabeledControl
          label="Days after that weekday"
          hint="1 is the day after, such as the Wednesday after the 4th Tuesday. -1 is the day before."
          problem={problemOf('dayOffset')}
        >
          {(attributes) => (
            <TextInput
              {...attributes}
              type="number"
              min={-6}
              max={6}
              value={typeof offset === 'number' ? offset : 0}
              readOnly={readOnly}
              onChange={({currentTarget: {valueAsNumber}}) =>
                onChange({
                  dayOffset: Number.isNaN(valueAsNumber) ? undefined : valueAsNumber || undefined,
                })
              }
            />
          )}
        </LabeledControl>
      )}
    </>
  )
}
