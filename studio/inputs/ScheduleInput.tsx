import {Button, Card, Flex, Grid, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {set, setIfMissing, unset, type ObjectInputProps} from 'sanity'

import {
  readSchedule,
  scheduleFields,
  type ScheduleReading,
  type ScheduleFields,
} from '../schedule/readSchedule.ts'
import {LabeledControl} from './LabeledControl.tsx'
import {MemberProblems} from './MemberProblems.tsx'
import {SessionClocks} from './SessionClocks.tsx'
import {TimeInput} from './TimeInput.tsx'
import {TimeZoneInput} from './TimeZoneInput.tsx'

/**
 * Input for a schedule: a date and a time in the session's time zone.
 *
 * It stores the instant, so that every reader computes the same time. If an editor changes the time zone,
 * the local date and time stay the same.
 */
export function ScheduleInput({value, onChange, readOnly, members}: ObjectInputProps) {
  const start: unknown = value?.['start']
  const minutes: unknown = value?.['minutes']
  const stored = scheduleFields(start, value?.['timeZone'])
  // Input that can't be stored: an incomplete date, or a time that the clocks skip or repeat.
  const [unstored, setUnstored] = useState<ScheduleFields>()
  const fields = unstored ?? stored
  const reading: ScheduleReading | undefined = unstored && readSchedule(unstored)

  const store = (next: string, timeZone: string) => {
    setUnstored(undefined)
    onChange([setIfMissing({_type: 'schedule'}), set(next, ['start']), set(timeZone, ['timeZone'])])
  }
  const write = (change: Partial<ScheduleFields>) => {
    const next = {...fields, ...change}
    const read = readSchedule(next)
    if (read.kind === 'instant') store(read.start, next.timeZone)
    else setUnstored(next)
  }
  const problemOf = (field: keyof ScheduleFields) =>
    reading?.kind === 'incomplete' && reading.field === field ? reading.message : undefined

  return (
    <Stack gap={4} data-testid="schedule-input">
      <Grid gridTemplateColumns={[1, 2]} gap={3}>
        <LabeledControl label="Date" problem={problemOf('date')}>
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              value={fields.date}
              readOnly={readOnly}
              onChange={(event) => write({date: event.currentTarget.value})}
            />
          )}
        </LabeledControl>
        <LabeledControl label="Time (24-hour)" problem={problemOf('time')}>
          {(attributes) => (
            <TimeInput
              {...attributes}
              value={fields.time}
              readOnly={readOnly}
              onChange={(time) => write({time})}
            />
          )}
        </LabeledControl>
        <LabeledControl label="Time zone" problem={problemOf('timeZone')}>
          {(attributes) => (
            <TimeZoneInput
              {...attributes}
              value={fields.timeZone}
              readOnly={readOnly}
              onChange={(timeZone) => write({timeZone})}
            />
          )}
        </LabeledControl>
        <LabeledControl label="Length in minutes">
          {(attributes) => (
            <TextInput
              {...attributes}
              type="number"
              min={1}
              max={1440}
              value={typeof minutes === 'number' ? minutes : ''}
              readOnly={readOnly}
              onChange={({currentTarget: {valueAsNumber}}) =>
                onChange([
                  setIfMissing({_type: 'schedule'}),
                  Number.isNaN(valueAsNumber)
                    ? unset(['minutes'])
                    : set(valueAsNumber, ['minutes']),
                ])
              }
            />
          )}
        </LabeledControl>
      </Grid>

      {reading?.kind === 'choice' && (
        <Card tone="caution" padding={3} radius={2} border role="alert">
          <Stack gap={3}>
            <Text size={1}>{reading.message}</Text>
            <Flex gap={2} wrap="wrap">
              {reading.choices.map(({start: choice, label}) => (
                <Button
                  key={choice}
                  mode="ghost"
                  text={label}
                  onClick={() => store(choice, fields.timeZone)}
                />
              ))}
            </Flex>
          </Stack>
        </Card>
      )}
      {unstored && typeof start === 'string' && (
        <Text size={1} muted>
          Not saved. The session is still on {stored.date} at {stored.time} ({stored.timeZone}).
        </Text>
      )}

      <MemberProblems members={members} />
      {typeof start === 'string' && stored.date !== '' && (
        <SessionClocks
          start={start}
          timeZone={stored.timeZone}
          minutes={typeof minutes === 'number' ? minutes : 60}
        />
      )}
    </Stack>
  )
}
