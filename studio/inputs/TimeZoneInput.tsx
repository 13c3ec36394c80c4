import {TextInput} from '@sanity/ui'
import {isTimeZone} from '@touchpoints/calendar/time'
import {useId, useState} from 'react'

import type {ControlAttributes} from './LabelledControl.tsx'

interface TimeZoneInputProps extends ControlAttributes {
  value: string
  readOnly?: boolean | undefined
  onChange: (timeZone: string) => void
}

/**
 * An IANA zone, suggested while typing: "madrid" finds Europe/Madrid. Told to its user when it is whole
 * or left, not letter by letter: Europe/Lon is no zone.
 */
export function TimeZoneInput({value, readOnly, onChange, ...attributes}: TimeZoneInputProps) {
  const list = useId()
  const [typed, setTyped] = useState<string>()
  const take = (text: string) => {
    setTyped(undefined)
    if (text !== value) onChange(text)
  }
  return (
    <>
      <TextInput
        {...attributes}
        list={list}
        autoComplete="off"
        placeholder="Europe/Madrid"
        value={typed ?? value}
        readOnly={readOnly}
        onChange={({currentTarget: {value: text}}) => {
          if (isTimeZone(text)) take(text)
          else setTyped(text)
        }}
        onBlur={() => typed !== undefined && take(typed.trim())}
      />
      <datalist id={list}>
        {['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
