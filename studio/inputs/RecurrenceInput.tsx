import {Card, Flex, Grid, Select, Stack, Text, TextInput} from '@sanity/ui'
import {ordinalNames} from '@touchpoints/calendar/time'
import {type ObjectInputProps, set, setIfMissing, unset} from 'sanity'

import {LabeledControl} from './LabeledControl.tsx'
import {MemberProblems} from './MemberProblems.tsx'
import {RecurrenceSummary} from './RecurrenceSummary.tsx'
import {TimeZoneInput} from './TimeZoneInput.tsx'
import {WeekdayPicker} from './WeekdayPicker.tsx'

/** Input for a recurrence. It shows the recurrence as the sentence on the site, with its next dates. */
export function RecurrenceInput({value, onChange, readOnly, members}: ObjectInputProps) {
  const text = (field: string): string => {
    const stored: unknown = value?.[field]
    return typeof stored === 'string' ? stored : ''
  }
  const number = (field: string): number | '' => {
    const stored: unknown = value?.[field]
    return typeof stored === 'number' ? stored : ''
  }
  const write = (field: string, next: unknown) => {
    const patch = next === '' || next === undefined ? unset([field]) : set(next, [field])
    // Each default needs its own patch, because the form may already have created an empty object.
    onChange([
      setIfMissing({_type: 'recurrence'}),
      setIfMissing(1, ['interval']),
      setIfMissing('weekly', ['frequency']),
      patch,
    ])
  }
  const monthly = text('frequency') === 'monthly'
  const weekdays: unknown = value?.['weekdays']

  return (
    <Stack gap={4} data-testid="recurrence-input">
      <Grid gridTemplateColumns={[1, 2, 3]} gap={3}>
        <LabeledControl label="Repeats">
          {(attributes) => (
            <Select
              {...attributes}
              value={text('frequency') || 'weekly'}
              disabled={readOnly}
              onChange={({currentTarget}) => {
                write('frequency', currentTarget.value)
                if (currentTarget.value === 'weekly') write('ordinal', undefined)
              }}
            >
              <option value="weekly">Weekly</option>
              <option value="monthly">Monthly</option>
            </Select>
          )}
        </LabeledControl>
        <LabeledControl label={monthly ? 'Interval in months' : 'Interval in weeks'}>
          {(attributes) => (
            <TextInput
              {...attributes}
              type="number"
              min={1}
              max={12}
              value={value ? number('interval') : 1}
              readOnly={readOnly}
              onChange={({currentTarget: {valueAsNumber}}) =>
                write('interval', Number.isNaN(valueAsNumber) ? undefined : valueAsNumber)
              }
            />
          )}
        </LabeledControl>
        {monthly && (
          <LabeledControl label="Week of month">
            {(attributes) => (
              <Select
                {...attributes}
                value={String(number('ordinal'))}
                disabled={readOnly}
                onChange={({currentTarget}) =>
                  write(
                    'ordinal',
                    currentTarget.value === '' ? undefined : Number(currentTarget.value),
                  )
                }
              >
                <option value="">Same day of the month</option>
                {ordinalNames.map(({value: ordinal, title}) => (
                  <option key={ordinal} value={ordinal}>
                    {ordinal === -1 ? 'Last' : title}
                  </option>
                ))}
              </Select>
            )}
          </LabeledControl>
        )}
      </Grid>

      <WeekdayPicker
        value={Array.isArray(weekdays) ? weekdays : []}
        readOnly={readOnly}
        onChange={(next) => write('weekdays', next)}
      />

      <Grid gridTemplateColumns={[1, 2]} gap={3}>
        <LabeledControl label="Time (24-hour)">
          {(attributes) => (
            <TextInput
              {...attributes}
              value={text('time')}
              placeholder="17:30"
              readOnly={readOnly}
              onChange={({currentTarget}) => write('time', currentTarget.value)}
            />
          )}
        </LabeledControl>
        <LabeledControl label="Time zone">
          {(attributes) => (
            <TimeZoneInput
              {...attributes}
              value={text('timeZone')}
              readOnly={readOnly}
              onChange={(timeZone) => write('timeZone', timeZone)}
            />
          )}
        </LabeledControl>
        <LabeledControl label="Start date">
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              value={text('startDate')}
              readOnly={readOnly}
              onChange={({currentTarget}) => write('startDate', currentTarget.value)}
            />
          )}
        </LabeledControl>
        <LabeledControl label="End date" hint="Leave empty if there is no end date.">
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              value={text('endDate')}
              readOnly={readOnly}
              onChange={({currentTarget}) => write('endDate', currentTarget.value)}
            />
          )}
        </LabeledControl>
      </Grid>

      <MemberProblems members={members} />
      <Card padding={3} radius={2} border tone="transparent">
        <Flex direction="column" gap={3} aria-live="polite">
          {value ? (
            <RecurrenceSummary value={value} />
          ) : (
            <Text size={1} muted>
              No cadence. Meetings are on demand.
            </Text>
          )}
        </Flex>
      </Card>
    </Stack>
  )
}
