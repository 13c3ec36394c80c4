import {TextInput} from '@sanity/ui'
import {useState} from 'react'

import {readTime} from '../cadence/readTime.ts'
import type {ControlAttributes} from './LabeledControl.tsx'

interface TimeInputProps extends ControlAttributes {
  /** `HH:MM`, or text that is not a time. */
  value: string
  readOnly?: boolean | undefined
  onChange: (time: string) => void
}

/**
 * Input for a time of day that reads what people type: "6 pm", "18" and "1800" become 18:00.
 *
 * Calls `onChange` with `HH:MM`, or with the text as typed if it is not a time, when the input loses focus
 * or Enter is pressed. A complete `HH:MM` is reported at once.
 */
export function TimeInput({value, readOnly, onChange, ...attributes}: TimeInputProps) {
  const [typed, setTyped] = useState<string>()
  const report = (text: string) => {
    setTyped(undefined)
    const next = readTime(text) ?? text.trim()
    if (next !== value) onChange(next)
  }
  return (
    <TextInput
      {...attributes}
      autoComplete="off"
      placeholder="17:30 or 5:30 pm"
      value={typed ?? value}
      readOnly={readOnly}
      onChange={({currentTarget: {value: text}}) => {
        if (/^\d\d:\d\d$/.test(text)) report(text)
        else setTyped(text)
      }}
      onKeyDown={({key}) => key === 'Enter' && typed !== undefined && report(typed)}
      onBlur={() => typed !== undefined && report(typed)}
    />
  )
}
