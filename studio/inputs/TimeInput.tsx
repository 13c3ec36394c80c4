import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'

import {readHour} from '@touchpoints/calendar/rhythm'
import {useUnstoredInput} from '../form/useUnstoredInput.ts'
import type {ControlAttributes} from './LabeledControl.tsx'

interface TimeInputProps extends ControlAttributes {
  /** `HH:MM`, or text that is not a time. */
  value: string
  readOnly?: boolean | undefined
  onChange: (time: string) => void
}

/**
 * Input for a time of day that reads what people type: "6 pm", "18" and "1800" become 18:00. It asks which half
 * of the day "6" is in.
 *
 * Calls `onChange` with `HH:MM` at each key after which the text is a time. A click on Publish then finds the
 * time stored and validated. Text that is not a time is reported as typed, when the input loses focus or Enter
 * is pressed.
 */
export function TimeInput({value, readOnly, onChange, ...attributes}: TimeInputProps) {
  const [typed, setTyped] = useState<string>()
  const [read, setRead] = useState<{text: string; time: string}>()
  const [isChoice, setIsChoice] = useState(false)
  const hour = readHour(typed ?? value)
  const isUnread = typed !== undefined && typed.trim() !== value && hour.kind !== 'time'
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
    // The question stays open: "6" is no time yet, and Publish is refused.
    if (hour.kind === 'either') {
      setIsChoice(true)
      return
    }
    setTyped(undefined)
    const text = typed.trim()
    const time = hour.kind === 'time' ? hour.time : undefined
    setRead(time === undefined || time === text ? undefined : {text, time})
    report(time ?? text)
  }
  const choose = (time: string) => {
    setTyped(undefined)
    setRead(undefined)
    report(time)
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
          setIsChoice(false)
          const now = readHour(text)
          if (now.kind === 'time') report(now.time)
        }}
        onKeyDown={({key}) => key === 'Enter' && finish()}
        onBlur={finish}
      />
      <div aria-live="polite">
        {typed !== undefined && isChoice && hour.kind === 'either' && (
          <Stack gap={2} paddingTop={2}>
            <Text size={1} style={problemStyle}>
              Not saved. Is “{typed.trim()}” in the morning or in the evening?
            </Text>
            <Flex gap={2} wrap="wrap">
              {hour.times.map((time) => (
                <Button
                  key={time}
                  type="button"
                  mode="ghost"
                  padding={2}
                  fontSize={1}
                  text={time}
                  onClick={() => choose(time)}
                />
              ))}
            </Flex>
          </Stack>
        )}
        {read?.time === value && (
          <Text size={1} muted style={noteStyle}>
            Read “{read.text}” as {read.time}.
          </Text>
        )}
      </div>
    </div>
  )
}

const problemStyle = {color: 'var(--card-badge-critical-fg-color)'} as const
// Padding of the note and not a gap: without a note, nothing is below the input.
const noteStyle = {paddingTop: 8} as const
