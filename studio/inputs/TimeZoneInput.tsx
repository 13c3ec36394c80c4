import {TextInput} from '@sanity/ui'
import {isTimeZone} from '@touchpoints/calendar/time'
import {useId, useState} from 'react'

import {findTimeZone, timeZones} from '../cadence/findTimeZone.ts'
import type {ControlAttributes} from './LabeledControl.tsx'

interface TimeZoneInputProps extends ControlAttributes {
  value: string
  readOnly?: boolean | undefined
  onChange: (timeZone: string) => void
}

/**
 * Input for an IANA time zone with suggestions: "madrid" becomes Europe/Madrid.
 *
 * Calls `onChange` with a valid time zone, or with the text as typed when the input loses focus or Enter is
 * pressed, not for each letter.
 */
export function TimeZoneInput({value, readOnly, onChange, ...attributes}: TimeZoneInputProps) {
  const list = useId()
  const [typed, setTyped] = useState<string>()
  const change = (text: string) => {
    setTyped(undefined)
    if (text !== value) onChange(text)
  }
  const finish = () => typed !== undefined && change(findTimeZone(typed) ?? typed.trim())
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
          if (isTimeZone(text)) change(text)
          else setTyped(text)
        }}
        onKeyDown={({key}) => key === 'Enter' && finish()}
        onBlur={finish}
      />
      <datalist id={list}>
        {timeZones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
