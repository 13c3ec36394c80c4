import {Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import type {Cadence} from '@touchpoints/calendar/time'
import type {CadenceReading, Question} from '@touchpoints/calendar/rhythm'
import {cadenceSentence, wordsIn} from '@touchpoints/words'
import {useState} from 'react'

import {questionsToShow, readWords} from '../../cadence/readWords.ts'
import {LabeledControl} from '../LabeledControl.tsx'

interface WordsFieldProps {
  /** IANA id of the zone of a time without one. */
  timeZone: string
  /** UTC instant. */
  now: string
  onRead: (cadence: Cadence) => void
}

/**
 * Reads a cadence from words, such as "every other Tuesday at 4 pm London time".
 *
 * Shows what was understood before anything changes. What the words leave open is asked, with the answers
 * as buttons.
 */
export function WordsField({timeZone, now, onRead}: WordsFieldProps) {
  const [words, setWords] = useState('')
  const [reading, setReading] = useState<CadenceReading>()
  const read = (text: string) => {
    setWords(text)
    setReading(text.trim() === '' ? undefined : readWords(text.trim(), {timeZone, now}))
  }
  const questions = reading?.kind === 'questions' ? questionsToShow(reading.questions) : []
  const doubts = reading?.kind === 'cadence' ? reading.doubts : []
  return (
    <Stack gap={3} data-testid="cadence-words">
      <LabeledControl
        label="Type it in words"
        hint="Such as: every other Tuesday at 4 pm London time, starting 6 January 2026"
      >
        {(attributes) => (
          <Flex gap={2}>
            <div style={{flex: 1}}>
              <TextInput
                {...attributes}
                value={words}
                onChange={({currentTarget}) => {
                  setWords(currentTarget.value)
                  setReading(undefined)
                }}
                onKeyDown={({key}) => key === 'Enter' && read(words)}
              />
            </div>
            <Button
              type="button"
              mode="ghost"
              text="Read"
              disabled={words.trim() === ''}
              onClick={() => read(words)}
            />
          </Flex>
        )}
      </LabeledControl>
      <div aria-live="polite">
        {reading?.kind === 'text' && (
          <Card padding={3} radius={2} border tone="caution">
            <Text size={1}>
              {reading.reason} If no dates follow from the words, enter them under Cadence in words.
            </Text>
          </Card>
        )}
        <Stack gap={3}>
          {[...questions, ...doubts].map((question) => (
            <OpenQuestion
              key={`${question.code} ${question.slot} ${question.message}`}
              question={question}
              onAnswer={read}
            />
          ))}
          {reading?.kind === 'cadence' && (
            <Flex gap={3} align="center" wrap="wrap">
              <Text size={1} weight="medium">
                {cadenceSentence(reading.cadence, wordsIn('en'))}
              </Text>
              <Button
                type="button"
                tone="primary"
                text="Use this cadence"
                onClick={() => {
                  onRead(reading.cadence)
                  setWords('')
                  setReading(undefined)
                }}
              />
            </Flex>
          )}
        </Stack>
      </div>
    </Stack>
  )
}

interface OpenQuestionProps {
  question: Question
  /** Called with the words that have the answer in them. */
  onAnswer: (words: string) => void
}

function OpenQuestion({question: {message, choices}, onAnswer}: OpenQuestionProps) {
  return (
    <Card padding={3} radius={2} border tone="caution" role="group" aria-label={message}>
      <Stack gap={3}>
        <Text size={1}>{message}</Text>
        {choices.length > 0 && (
          <Flex gap={2} wrap="wrap">
            {choices.map(({label, words}) => (
              <Button
                key={words}
                type="button"
                mode="ghost"
                fontSize={1}
                text={label}
                onClick={() => onAnswer(words)}
              />
            ))}
          </Flex>
        )}
      </Stack>
    </Card>
  )
}
