import {Button, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {isTimeZone} from '@touchpoints/calendar/time'
import {useId, useState} from 'react'

import {timeZones} from '../cadence/findTimeZone.ts'
import {isFixedOffset, readZone, type ZoneReading} from '../cadence/readZone.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {useUnstoredInput} from '../form/useUnstoredInput.ts'
import type {ControlAttributes} from './LabeledControl.tsx'

interface TimeZoneInputProps extends ControlAttributes {
  value: string
  readOnly?: boolean | undefined
  onChange: (timeZone: string) => void
}

/**
 * Input for an IANA time zone with suggestions: "madrid" becomes Europe/Madrid, and "Eastern" New York. Says
 * what it made of the text, and asks which place is meant if there are several.
 *
 * Calls `onChange` with a valid time zone, or with the text as typed when the input loses focus or Enter is
 * pressed, not for each letter.
 */
export function TimeZoneInput({value, readOnly, onChange, ...attributes}: TimeZoneInputProps) {
  const list = useId()
  const {timeZone: home = 'UTC'} = useCommunity()
  const [typed, setTyped] = useState<string>()
  const [reading, setReading] = useState<ZoneReading>()
  useUnstoredInput(
    attributes.id,
    typed === undefined ? undefined : `Time zone: “${typed.trim()}” is not saved. ${advice}`,
  )
  const change = (text: string) => {
    setTyped(undefined)
    if (text !== value) onChange(text)
  }
  const finish = () => {
    if (typed === undefined) return
    const read = readZone(typed, {home, now: new Date().toISOString()})
    setReading(read)
    // A choice stays open: the text is no zone yet, and Publish is refused.
    if (read.kind === 'choice') return
    change(read.kind === 'zone' ? read.timeZone : typed.trim())
  }
  const choose = (timeZone: string) => {
    setReading({kind: 'zone', timeZone})
    change(timeZone)
  }
  return (
    <div>
      <TextInput
        {...attributes}
        {...(reading?.kind === 'choice' && {'aria-invalid': true})}
        list={list}
        autoComplete="off"
        placeholder="Europe/Madrid"
        value={typed ?? value}
        readOnly={readOnly}
        onChange={({currentTarget: {value: text}}) => {
          setReading(undefined)
          // "UTC" and "EST" are ids too, but the beginning of "UTC+2" and the name of a clock.
          if (text.includes('/') && isTimeZone(text) && !isFixedOffset(text)) change(text)
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
      <div aria-live="polite">
        {reading?.kind === 'zone' && reading.note !== undefined && (
          <Text size={1} muted style={noteStyle}>
            {reading.note}
          </Text>
        )}
        {reading?.kind === 'choice' && (
          <Stack gap={2} paddingTop={2}>
            <Text size={1} style={problemStyle}>
              Not saved. {reading.message}
            </Text>
            <Flex gap={2} wrap="wrap">
              {reading.choices.map(({timeZone, label}) => (
                <Button
                  key={timeZone}
                  type="button"
                  mode="ghost"
                  padding={2}
                  fontSize={1}
                  text={label}
                  onClick={() => choose(timeZone)}
                />
              ))}
            </Flex>
          </Stack>
        )}
      </div>
    </div>
  )
}

const advice = 'Choose a place, or enter a city such as Madrid.'
const problemStyle = {color: 'var(--card-badge-critical-fg-color)'} as const
const noteStyle = {paddingTop: 8} as const
