import {Box, Button, Flex, Grid, Select, Stack, Text, TextInput} from '@sanity/ui'
import {weekdayNames, weekdays} from '@touchpoints/calendar/time'
import {type Fields, textOf} from '@touchpoints/schemas/reading'
import {useId, useState} from 'react'

import {
  changeRhythm,
  ordinalsIn,
  presetsOrdinals,
  rhythmOf,
  type SlotChange,
  toggleOrdinal,
  toggleWeekday,
  weekdaysIn,
} from '../../cadence/slot.ts'
import {ChoiceButtons} from '../ChoiceButtons.tsx'
import {LabeledControl} from '../LabeledControl.tsx'
import {TimeInput} from '../TimeInput.tsx'
import {TimeZoneInput} from '../TimeZoneInput.tsx'
import {SlotDetails} from './SlotDetails.tsx'

export interface SlotEditorProps {
  slot: Fields
  /** Heading, if the cadence has several slots. */
  title?: string | undefined
  readOnly?: boolean | undefined
  /** `YYYY-MM-DD` in the zone of the slot. */
  today: string
  problemOf: (field: string) => string | undefined
  onChange: (change: SlotChange) => void
  onRemove?: (() => void) | undefined
}

/** Edits one slot of a cadence: "Every week on Tuesday at 16:00, Europe/London". "More" shows what few need. */
export function SlotEditor(props: SlotEditorProps) {
  const {slot, title, readOnly, today, problemOf, onChange, onRemove} = props
  const details = useId()
  const [opened, setOpened] = useState(false)
  // Until an editor presses a week of the month, they are those of `changeRhythm`.
  const [isPreset, setIsPreset] = useState(false)
  const write = (change: SlotChange) => {
    if (presetsOrdinals(slot, change)) setIsPreset(true)
    onChange(change)
  }
  const open = opened || detailFields.some((field) => problemOf(field) !== undefined)
  const rhythm = rhythmOf(slot)
  const weekly = rhythm === 'weekly'
  const text = (field: string) => textOf(slot[field]) ?? ''
  const interval = typeof slot['interval'] === 'number' ? slot['interval'] : ''
  return (
    <Stack gap={4} data-testid="slot-editor" role={title ? 'group' : undefined} aria-label={title}>
      {title && (
        <Flex justify="space-between" align="center">
          <Text size={1} weight="semibold">
            {title}
          </Text>
          {onRemove && (
            <Button
              mode="bleed"
              tone="critical"
              padding={2}
              fontSize={1}
              text="Remove slot"
              aria-label={`Remove ${title}`}
              disabled={readOnly === true}
              onClick={onRemove}
            />
          )}
        </Flex>
      )}
      <Flex gap={3} wrap="wrap">
        <Box style={{width: problemOf('interval') ? 240 : 72}}>
          <LabeledControl label="Every" problem={problemOf('interval')}>
            {(attributes) => (
              <TextInput
                {...attributes}
                type="number"
                min={1}
                max={52}
                value={interval}
                readOnly={readOnly}
                onChange={({currentTarget: {valueAsNumber}}) =>
                  onChange({interval: Number.isNaN(valueAsNumber) ? undefined : valueAsNumber})
                }
              />
            )}
          </LabeledControl>
        </Box>
        <Box style={{width: 120}}>
          <LabeledControl label="Unit" problem={problemOf('frequency')}>
            {(attributes) => (
              <Select
                {...attributes}
                value={weekly ? 'weekly' : 'monthly'}
                disabled={readOnly}
                onChange={({currentTarget}) =>
                  write(changeRhythm(slot, currentTarget.value === 'weekly' ? 'weekly' : 'weekday'))
                }
              >
                <option value="weekly">{interval === 1 ? 'week' : 'weeks'}</option>
                <option value="monthly">{interval === 1 ? 'month' : 'months'}</option>
              </Select>
            )}
          </LabeledControl>
        </Box>
        {(weekly || rhythm === 'weekday') && (
          <ChoiceButtons
            legend="Weekdays"
            choices={weekdayChoices}
            isChosen={(day) => weekdaysIn(slot).includes(day)}
            readOnly={readOnly}
            problem={problemOf('weekdays')}
            onToggle={(day) => onChange(toggleWeekday(slot, day, today))}
          />
        )}
      </Flex>
      {(rhythm === 'weekday' || rhythm === 'businessDay') && (
        <ChoiceButtons
          legend={rhythm === 'weekday' ? 'Weeks of the month' : 'Business days of the month'}
          choices={ordinalChoices}
          isChosen={(ordinal) => ordinalsIn(slot).includes(ordinal)}
          readOnly={readOnly}
          problem={problemOf('ordinals')}
          onToggle={(ordinal) => {
            setIsPreset(false)
            onChange(toggleOrdinal(slot, ordinal, {isPreset}))
          }}
        />
      )}
      <Grid gridTemplateColumns={[1, 2]} gap={3}>
        <LabeledControl label="Time (24-hour)" problem={problemOf('time')}>
          {(attributes) => (
            <TimeInput
              {...attributes}
              value={text('time')}
              readOnly={readOnly}
              onChange={(time) => onChange({time: time || undefined})}
            />
          )}
        </LabeledControl>
        <LabeledControl label="Time zone" problem={problemOf('timeZone')}>
          {(attributes) => (
            <TimeZoneInput
              {...attributes}
              value={text('timeZone')}
              readOnly={readOnly}
              onChange={(timeZone) => onChange({timeZone: timeZone || undefined})}
            />
          )}
        </LabeledControl>
        {(interval !== 1 || rhythm === 'date') && !open && (
          <StartDate slot={slot} readOnly={readOnly} problemOf={problemOf} onChange={onChange} />
        )}
      </Grid>
      <Flex>
        <Button
          mode="bleed"
          padding={2}
          fontSize={1}
          text={open ? 'Less' : 'More'}
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpened(!open)}
        />
      </Flex>
      <div id={details} hidden={!open}>
        {open && (
          <Grid gridTemplateColumns={[1, 2]} gap={3}>
            <StartDate slot={slot} readOnly={readOnly} problemOf={problemOf} onChange={onChange} />
            <SlotDetails slot={slot} readOnly={readOnly} problemOf={problemOf} onChange={write} />
          </Grid>
        )}
      </div>
    </Stack>
  )
}

/** Their problems open the details. */
const detailFields = ['endDate', 'weeks', 'monthlyOn', 'dayOffset']

type PartProps = Pick<SlotEditorProps, 'slot' | 'readOnly' | 'problemOf' | 'onChange'>

function StartDate({slot, readOnly, problemOf, onChange}: PartProps) {
  return (
    <LabeledControl
      label="Start date"
      hint="The first date. Intervals are counted from it."
      problem={problemOf('startDate')}
    >
      {(attributes) => (
        <TextInput
          {...attributes}
          type="date"
          value={textOf(slot['startDate']) ?? ''}
          readOnly={readOnly}
          onChange={({currentTarget}) => onChange({startDate: currentTarget.value || undefined})}
        />
      )}
    </LabeledControl>
  )
}

const weekdayChoices = weekdays.map((value) => ({
  value,
  text: weekdayNames[value].slice(0, 3),
  title: weekdayNames[value],
}))

const ordinalChoices = [
  {value: 1, text: '1st'},
  {value: 2, text: '2nd'},
  {value: 3, text: '3rd'},
  {value: 4, text: '4th'},
  {value: 5, text: '5th'},
  {value: -1, text: 'Last'},
]
