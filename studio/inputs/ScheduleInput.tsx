import {Button, Card, Flex, Grid, Stack, Text, TextInput} from '@sanity/ui'
import {type Moment, placeName} from '@touchpoints/calendar/rhythm'
import {useId, useState} from 'react'
import {type ObjectInputProps, type ObjectMember, set, setIfMissing, unset} from 'sanity'

import {isFixedOffset} from '../cadence/readZone.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {required} from '../form/fieldMessages.ts'
import {useFormVisits} from '../form/FormContext.ts'
import {isBlankValue} from '../form/isBlankValue.ts'
import {neededText} from '../form/missingText.ts'
import {useUnstoredInput} from '../form/useUnstoredInput.ts'
import {MomentField} from '../schedule/MomentField.tsx'
import {usualMinutes} from '../schedule/momentLine.ts'
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

/** The controls of a schedule: the field that each one stores, its label and an example. */
const controls = {
  date: {stores: 'start', label: 'Date', example: '12 March 2027'},
  time: {stores: 'start', label: 'Time (24-hour)', example: '18:00 or 6 pm'},
  timeZone: {stores: 'timeZone', label: 'Time zone', example: 'Europe/Madrid or Madrid'},
  minutes: {stores: 'minutes', label: 'Length in minutes', example: '60'},
} as const satisfies Record<keyof ScheduleFields | 'minutes', object>

/**
 * Input for a schedule: the start in words, or a date and a time in the session's time zone.
 *
 * It stores the instant, so that every reader computes the same time. If an editor changes the time zone,
 * the local date and time stay the same.
 */
export function ScheduleInput({value, onChange, readOnly, members, path}: ObjectInputProps) {
  const community = useCommunity()
  const start: unknown = value?.['start']
  const minutes: unknown = value?.['minutes']
  const stored = scheduleFields(start, value?.['timeZone'])
  // Input that can't be stored: an incomplete date, or a time that the clocks skip or repeat. It is forgotten
  // when another start is stored meanwhile, such as that of a series.
  const [draft, setDraft] = useState<{fields: ScheduleFields; over: unknown}>()
  const unstored = draft && draft.over === start ? draft.fields : undefined
  const fields = unstored ?? stored
  const reading: ScheduleReading | undefined = unstored && readSchedule(unstored)
  useUnstoredInput(useId(), reading && unstoredText(reading))
  // Words replace what was typed into the single fields, also what is not stored.
  const [entered, setEntered] = useState(0)
  const missing = members.flatMap((member) =>
    member.kind === 'field' && isMissing(member) ? [member.name] : [],
  )

  const store = (next: string, timeZone: string) => {
    setDraft(undefined)
    onChange([setIfMissing({_type: 'schedule'}), set(next, ['start']), set(timeZone, ['timeZone'])])
  }
  const write = (change: Partial<ScheduleFields>) => {
    const next = {...fields, ...change}
    const read = readSchedule(next)
    if (read.kind === 'instant') store(read.start, next.timeZone)
    else setDraft({fields: next, over: start})
  }
  // Publish would refuse a fixed offset.
  const askForPlace = ({start: read, timeZone}: Moment) =>
    setDraft({
      fields: {...scheduleFields(read, timeZone), timeZone: placeName(timeZone)},
      over: start,
    })
  const writeMinutes = (next: number) =>
    onChange([
      setIfMissing({_type: 'schedule'}),
      Number.isNaN(next) ? unset(['minutes']) : set(next, ['minutes']),
    ])
  const notes = useNotes(path)
  const about = (control: keyof typeof controls, text: string) => {
    // Without a value, only the schedule as a whole has a message.
    const isEmpty =
      text === '' && (missing.includes(controls[control].stores) || isBlankValue(value))
    const problem =
      reading?.kind === 'incomplete' && reading.field === control ? reading.message : undefined
    return {label: controls[control].label, ...notes(control, isEmpty, problem)}
  }

  return (
    <Stack gap={4} data-testid="schedule-input">
      <MomentField
        hint="Or use the fields below."
        timeZone={fields.timeZone || (community.timeZone ?? browserZone())}
        usualMinutes={typeof minutes === 'number' ? undefined : usualMinutes}
        readOnly={readOnly}
        onRead={(moment) => {
          if (isFixedOffset(moment.timeZone)) askForPlace(moment)
          else store(moment.start, moment.timeZone)
          setEntered(entered + 1)
          if (moment.minutes !== undefined) writeMinutes(moment.minutes)
        }}
      />
      <Grid gridTemplateColumns={[1, 2]} gap={4}>
        <LabeledControl {...about('date', fields.date)}>
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
        <LabeledControl {...about('time', fields.time)}>
          {(attributes) => (
            <TimeInput
              key={entered}
              {...attributes}
              value={fields.time}
              readOnly={readOnly}
              onChange={(time) => write({time})}
            />
          )}
        </LabeledControl>
        <LabeledControl {...about('timeZone', fields.timeZone)}>
          {(attributes) => (
            <TimeZoneInput
              key={entered}
              {...attributes}
              value={fields.timeZone}
              readOnly={readOnly}
              onChange={(timeZone) => write({timeZone})}
            />
          )}
        </LabeledControl>
        <LabeledControl {...about('minutes', typeof minutes === 'number' ? String(minutes) : '')}>
          {(attributes) => (
            <TextInput
              {...attributes}
              type="number"
              min={1}
              max={1440}
              value={typeof minutes === 'number' ? minutes : ''}
              readOnly={readOnly}
              onChange={({currentTarget}) => writeMinutes(currentTarget.valueAsNumber)}
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

      <MemberProblems
        members={members.filter((member) => !isMissing(member) && !isStale(member))}
      />
      {typeof start === 'string' && stored.date !== '' && (
        <SessionClocks
          start={start}
          timeZone={stored.timeZone}
          minutes={typeof minutes === 'number' ? minutes : usualMinutes}
        />
      )}
    </Stack>
  )
}

/** Returns why a schedule with these fields can't be published. */
function unstoredText(reading: ScheduleReading): string | undefined {
  if (reading.kind === 'instant') return undefined
  if (reading.kind === 'choice') return `Not saved: ${reading.message}`
  const {label, example} = controls[reading.field]
  return `${label}: not saved. ${reading.message ?? `Enter it, such as ${example}.`}`
}

/** Returns what to show below a control: a value that is missing is no mistake before someone has been there. */
function useNotes(path: ObjectInputProps['path']) {
  const visits = useFormVisits()
  return (control: keyof typeof controls, isEmpty: boolean, problem: string | undefined) => {
    const own = [...path, control]
    const {label, example} = controls[control]
    const shown = visits.isRevealed(own)
      ? {problem: `“${label}” is empty. Enter it, such as ${example}.`}
      : {hint: neededText}
    return {...(isEmpty ? shown : {problem}), onLeave: () => visits.visit(own)}
  }
}

/** Whether a field has no value and needs one. */
function isMissing(member: ObjectMember): boolean {
  return (
    member.kind === 'field' &&
    isBlankValue(member.field.value) &&
    member.field.validation.some(({level}) => level === 'error')
  )
}

/** Whether its markers are older than the value that has just been entered. */
function isStale(member: ObjectMember): boolean {
  return (
    member.kind === 'field' &&
    !isBlankValue(member.field.value) &&
    member.field.validation.every(({message}) => required.test(message))
  )
}

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
