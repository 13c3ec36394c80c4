import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {type Moment, type MomentReading, readMoment} from '@touchpoints/calendar/rhythm'
import {useId, useState} from 'react'

import {useUnstoredInput} from '../form/useUnstoredInput.ts'
import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {momentExample} from './momentExample.ts'
import {momentLine, withLength} from './momentLine.ts'

interface MomentFieldProps {
  /** IANA id of the zone of words that name none. */
  timeZone: string
  /** Minutes for words without a length. Undefined keeps the length that the session has. */
  usualMinutes?: number | undefined
  readOnly?: boolean | undefined
  /** Defaults to "In words". */
  label?: string | undefined
  /** What else an editor can do, such as to use other fields. */
  hint?: string | undefined
  onRead: (moment: Moment) => void
  /** Called when the words are a moment, before it is stored. */
  onUnderstood?: (() => void) | undefined
}

/**
 * Reads the start of a session from words, such as "next Thu 6pm Madrid".
 *
 * Shows at each key what was understood. Enter, the button or leaving the field stores it. What the words
 * leave open is asked, with the answers as buttons.
 */
export function MomentField(props: MomentFieldProps) {
  const {
    timeZone,
    usualMinutes,
    readOnly,
    label = 'In words',
    hint = '',
    onRead,
    onUnderstood,
  } = props
  const [words, setWords] = useState('')
  const [stored, setStored] = useState<string>()
  const [reading, setReading] = useState<MomentReading>()
  const [isLeft, setIsLeft] = useState(false)
  const isOpen = words.trim() !== ''
  useUnstoredInput(
    useId(),
    isOpen ? `${label}: “${words.trim()}” is not saved. ${advice}` : undefined,
  )
  const read = (text: string): MomentReading | undefined => {
    const result = readNow(text, timeZone)
    setWords(text)
    setReading(result)
    if (result?.kind === 'moment') onUnderstood?.()
    return result
  }
  const use = (text: string) => {
    const result = read(text)
    if (result?.kind !== 'moment') return
    onRead(withLength(result.moment, usualMinutes))
    setStored(momentLine(result, usualMinutes))
    read('')
  }
  const questions = reading?.kind === 'questions' ? reading.questions : []
  return (
    <Stack gap={3} data-testid="moment-field">
      <LabeledControl
        label={label}
        problem={isOpen && isLeft ? `Not saved. ${advice}` : undefined}
        hint={
          reading === undefined
            ? (stored && `Entered: ${stored}.`) ||
              `Such as “${momentExample(timeZone)}” or “12 March 18:00”. A place is not needed. ${hint}`.trim()
            : undefined
        }
      >
        {(attributes) => (
          <TextInput
            {...attributes}
            autoComplete="off"
            value={words}
            readOnly={readOnly}
            onChange={({currentTarget}) => {
              setStored(undefined)
              read(currentTarget.value)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') use(words)
            }}
            onFocus={() => setIsLeft(false)}
            onBlur={() => {
              setIsLeft(true)
              if (reading?.kind === 'moment') use(words)
            }}
          />
        )}
      </LabeledControl>
      <div aria-live="polite">
        <Stack gap={3}>
          {reading?.kind === 'moment' && (
            <Flex gap={3} align="center" wrap="wrap">
              <Text size={1} weight="medium">
                {momentLine(reading, usualMinutes)}
              </Text>
              <Button
                type="button"
                mode="ghost"
                padding={2}
                fontSize={1}
                text="Use it"
                onClick={() => use(words)}
              />
            </Flex>
          )}
          {questions.map(({message, choices}) => (
            <Card
              key={message}
              padding={3}
              radius={2}
              border
              tone={choices.length > 0 ? 'caution' : 'transparent'}
              role="group"
              aria-label={message}
            >
              <Stack gap={3}>
                <Text size={1}>{message}</Text>
                {choices.length > 0 && (
                  <Flex gap={2} wrap="wrap">
                    {choices.map((choice) => (
                      <Button
                        key={choice.words}
                        type="button"
                        mode="ghost"
                        padding={2}
                        fontSize={1}
                        text={choice.label}
                        onClick={() => use(choice.words)}
                      />
                    ))}
                  </Flex>
                )}
              </Stack>
            </Card>
          ))}
        </Stack>
      </div>
    </Stack>
  )
}

const advice = 'Complete the words, or clear the field.'

function readNow(words: string, timeZone: string): MomentReading | undefined {
  if (words.trim() === '') return undefined
  return readMoment(words, {now: new Date().toISOString(), timeZone})
}
