import {Text, TextInput} from '@sanity/ui'
import {useState} from 'react'

import {readTime} from '@touchpoints/calendar/rhythm'
import {useUnstoredInput} from '../form/useUnstoredInput.ts'
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
 * Calls `onChange` with `HH:MM` at each key after which the text is a time. A click on Publish then finds the
 * time stored and validated. Text that is not a time is reported as typed, when the input loses focus or Enter
 * is pressed.
 */
export function TimeInput({value, readOnly, onChange, ...attributes}: TimeInputProps) {
  const [typed, setTyped] = useState<string>()
  const [read, setRead] = useState<{text: string; time: string}>()
  const isUnread = typed !== undefined && typed.trim() !== value && readTime(typed) === undefined
  useUnstoredInput(
    attributes.id,
    isUnread
      ? `Time: “${typed.trim()}” is not saved. Enter a time, such as 18:00 or 6 pm.`
      : undefined,
  )
  const report = (time: string) => {
    if (time !== value) onChange(time)
  }
  const finish = () => {
    if (typed === undefined) return
    setTyped(undefined)
    const text = typed.trim()
    const time = readTime(text)
    setRead(time === undefined || time === text ? undefined : {text, time})
    report(time ?? text)
  }
  return (
    <div>
      <TextInput
        {...attributes}
        autoComplete="off"
        placeholder="17:30 or 5:30 pm"
        value={typed ?? value}
        readOnly={readOnly}
        onChange={({currentTarget: {value: text}}) => {
          setRead(undefined)
          setTyped(text)
          const time = readTime(text)
          if (time !== undefined) report(time)
        }}
        onKeyDown={({key}) => key === 'Enter' && finish()}
        onBlur={finish}
      />
      <div aria-live="polite">
        {read?.time === value && (
          <Text size={1} muted style={noteStyle}>
            Read “{read.text}” as {read.time}.
          </Text>
        )}
      </div>
    </div>
  )
}

// Padding of the note and not a gap: without a note, nothing is below the input.
const noteStyle = {paddingTop: 8} as const
