import {set, type StringInputProps, unset} from 'sanity'

import {TimeInput} from './TimeInput.tsx'
import {TimeZoneInput} from './TimeZoneInput.tsx'

/** Input for a time of day that is a field of its own, such as the working hours of a region. */
export function WallTimeInput({value, onChange, readOnly, elementProps}: StringInputProps) {
  return (
    <TimeInput
      id={elementProps.id}
      {...describedBy(elementProps)}
      value={value ?? ''}
      readOnly={readOnly}
      onChange={(time) => onChange(time === '' ? unset() : set(time))}
    />
  )
}

/** Input for a time zone that is a field of its own, such as the community's home zone. */
export function ZoneInput({value, onChange, readOnly, elementProps}: StringInputProps) {
  return (
    <TimeZoneInput
      id={elementProps.id}
      {...describedBy(elementProps)}
      value={value ?? ''}
      readOnly={readOnly}
      onChange={(timeZone) => onChange(timeZone === '' ? unset() : set(timeZone))}
    />
  )
}

function describedBy({'aria-describedby': id}: StringInputProps['elementProps']) {
  return id === undefined ? {} : {'aria-describedby': id}
}
