import {Checkbox, Flex, Text} from '@sanity/ui'
import {type Weekday, weekdayNames, weekdays} from '@touchpoints/calendar/time'

interface WeekdayPickerProps {
  value: readonly unknown[]
  readOnly?: boolean | undefined
  onChange: (weekdays: Weekday[]) => void
}

/** Seven checkboxes in the order of the week. */
export function WeekdayPicker({value, readOnly, onChange}: WeekdayPickerProps) {
  const toggle = (day: Weekday, on: boolean) =>
    onChange(weekdays.filter((each) => (each === day ? on : value.includes(each))))
  return (
    <fieldset style={{border: 0, margin: 0, padding: 0}}>
      <Text as="legend" size={1} weight="medium" style={{marginBottom: 12}}>
        Weekdays
      </Text>
      <Flex gap={4} wrap="wrap">
        {weekdays.map((day) => (
          <Flex as="label" key={day} gap={2} align="center">
            <Checkbox
              checked={value.includes(day)}
              readOnly={readOnly}
              onChange={({currentTarget}) => toggle(day, currentTarget.checked)}
            />
            <Text size={1}>{weekdayNames[day]}</Text>
          </Flex>
        ))}
      </Flex>
    </fieldset>
  )
}
