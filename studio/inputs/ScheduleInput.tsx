import {Button, Card, Flex, Grid, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {set, setIfMissing, unset, type ObjectInputProps} from 'sanity'

import {
  readSchedule,
  writtenSchedule,
  type ScheduleReading,
  type WrittenSchedule,
} from '../schedule/readSchedule.ts'
import {LabelledControl} from './LabelledControl.tsx'
import {MemberProblems} from './MemberProblems.tsx'
import {SessionClocks} from './SessionClocks.tsx'
import {TimeZoneInput} from './TimeZoneInput.tsx'

/**
 * When a session starts, as its organisers say it: a date and a time on the clock of their zone.
 *
 * Stored is the instant, so that nobody reads it an hour off; changing the zone keeps the clock's
 * reading, because that is what an editor sees and means.
 */
export function ScheduleInput({value, onChange, readOnly, members}: ObjectInputProps) {
  const start: unknown = value?.['start']
  const minutes: unknown = value?.['minutes']
  const stored = writtenSchedule(start, value?.['timeZone'])
  // What cannot be stored yet: half a date, or an hour that the clocks skip or repeat.
  const [unstored, setUnstored] = useState<WrittenSchedule>()
  const written = unstored ?? stored
  const reading: ScheduleReading | undefined = unstored && readSchedule(unstored)

  const store = (next: string, timeZone: string) => {
    setUnstored(undefined)
    onChange([setIfMissing({_type: 'schedule'}), set(next, ['start']), set(timeZone, ['timeZone'])])
  }
  const write = (change: Partial<WrittenSchedule>) => {
    const next = {...written, ...change}
    const read = readSchedule(next)
    if (read.kind === 'instant') store(read.start, next.timeZone)
    else setUnstored(next)
  }
  const problemOf = (field: keyof WrittenSchedule) =>
    reading?.kind === 'incomplete' && reading.field === field ? reading.message : undefined

  return (
    <Stack gap={4} data-testid="schedule-input">
      <Grid gridTemplateColumns={[1, 2]} gap={3}>
        <LabelledControl label="Date" problem={problemOf('date')}>
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              value={written.date}
              readOnly={readOnly}
              onChange={(event) => write({date: event.currentTarget.value})}
            />
          )}
        </LabelledControl>
        <LabelledControl label="Time, 24 hours" problem={problemOf('time')}>
          {(attributes) => (
            <TextInput
              {...attributes}
              value={written.time}
              placeholder="17:30"
              readOnly={readOnly}
              onChange={(event) => write({time: event.currentTarget.value})}
            />
          )}
        </LabelledControl>
        <LabelledControl label="Time zone" problem={problemOf('timeZone')}>
          {(attributes) => (
            <TimeZoneInput
              {...attributes}
              value={written.timeZone}
              readOnly={readOnly}
              onChange={(timeZone) => write({timeZone})}
            />
          )}
        </LabelledControl>
        <LabelledControl label="Length in minutes">
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
        </LabelledControl>
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
                  onClick={() => store(choice, written.timeZone)}
                />
              ))}
            </Flex>
          </Stack>
        </Card>
      )}
      {unstored && typeof start === 'string' && (
        <Text size={1} muted>
          Until then the session stays at {stored.date} {stored.time} ({stored.timeZone}).
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
