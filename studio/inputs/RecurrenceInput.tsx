import {Card, Flex, Grid, Select, Stack, Text, TextInput} from '@sanity/ui'
import {ordinalNames} from '@touchpoints/calendar/time'
import {type ObjectInputProps, set, setIfMissing, unset} from 'sanity'

import {LabelledControl} from './LabelledControl.tsx'
import {MemberProblems} from './MemberProblems.tsx'
import {RecurrenceSummary} from './RecurrenceSummary.tsx'
import {TimeZoneInput} from './TimeZoneInput.tsx'
import {WeekdayPicker} from './WeekdayPicker.tsx'

/**
 * When a series meets, chosen in parts and read back as the sentence the site shows, with its next dates.
 */
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
    // One by one: the form has made the object itself by now, empty, and it is missing no more.
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
        <LabelledControl label="Repeats">
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
        </LabelledControl>
        <LabelledControl label={monthly ? 'Every so many months' : 'Every so many weeks'}>
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
        </LabelledControl>
        {monthly && (
          <LabelledControl label="Which one of the month">
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
                <option value="">The same day of the month</option>
                {ordinalNames.map(({value: ordinal, title}) => (
                  <option key={ordinal} value={ordinal}>
                    The {title}
                  </option>
                ))}
              </Select>
            )}
          </LabelledControl>
        )}
      </Grid>

      <WeekdayPicker
        value={Array.isArray(weekdays) ? weekdays : []}
        readOnly={readOnly}
        onChange={(next) => write('weekdays', next)}
      />

      <Grid gridTemplateColumns={[1, 2]} gap={3}>
        <LabelledControl label="At, 24 hours">
          {(attributes) => (
            <TextInput
              {...attributes}
              value={text('time')}
              placeholder="17:30"
              readOnly={readOnly}
              onChange={({currentTarget}) => write('time', currentTarget.value)}
            />
          )}
        </LabelledControl>
        <LabelledControl label="Time zone">
          {(attributes) => (
            <TimeZoneInput
              {...attributes}
              value={text('timeZone')}
              readOnly={readOnly}
              onChange={(timeZone) => write('timeZone', timeZone)}
            />
          )}
        </LabelledControl>
        <LabelledControl label="First date">
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              value={text('startDate')}
              readOnly={readOnly}
              onChange={({currentTarget}) => write('startDate', currentTarget.value)}
            />
          )}
        </LabelledControl>
        <LabelledControl label="Last date" hint="Empty for as long as it lasts.">
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              value={text('endDate')}
              readOnly={readOnly}
              onChange={({currentTarget}) => write('endDate', currentTarget.value)}
            />
          )}
        </LabelledControl>
      </Grid>

      <MemberProblems members={members} />
      <Card padding={3} radius={2} border tone="transparent">
        <Flex direction="column" gap={3} aria-live="polite">
          {value ? (
            <RecurrenceSummary value={value} />
          ) : (
            <Text size={1} muted>
              No cadence: this series meets on demand.
            </Text>
          )}
        </Flex>
      </Card>
    </Stack>
  )
}
