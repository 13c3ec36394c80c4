import {Button, Card, Checkbox, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'

import {LabeledControl} from '../inputs/LabeledControl.tsx'
import type {ActAnswers, BulkAct} from './bulkActs.ts'
import {counted} from './bulkWords.ts'

interface ConfirmFormProps {
  act: BulkAct
  /** Number of sessions. */
  count: number
  /** What the act will do. */
  summary: readonly string[]
  onSubmit: (answers: ActAnswers) => void
  onClose: () => void
}

/** Says what an act on several sessions will do, and takes what it needs. */
export function ConfirmForm({act, count, summary, onSubmit, onClose}: ConfirmFormProps) {
  const [reason, setReason] = useState('')
  const [unrecorded, setUnrecorded] = useState(false)
  const [submitted, setSubmitted] = useState(false)
  const trimmed = reason.trim()
  const lacksReason = act.needsReason === true && trimmed === ''
  // Enter confirms the summary when there is nothing to type.
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!act.needsReason) button.current?.focus()
  }, [act])
  return (
    <Card border padding={3} radius={2}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (lacksReason) setSubmitted(true)
          else onSubmit({reason: trimmed, unrecorded})
        }}
      >
        <Stack gap={3}>
          {summary.map((sentence) => (
            <Text size={1} key={sentence}>
              {sentence}
            </Text>
          ))}
          {act.asksRecording && (
            <Stack gap={2}>
              <Flex as="label" gap={2} align="center">
                <Checkbox checked={unrecorded} onChange={() => setUnrecorded(!unrecorded)} />
                <Text size={1}>None of them was recorded</Text>
              </Flex>
              <Text size={1} muted>
                Otherwise, those without a recording are listed under “Held without a recording”.
              </Text>
            </Stack>
          )}
          {act.needsReason && (
            <LabeledControl
              label="Cancellation reason"
              hint="Visitors see it with each of the sessions."
              problem={
                submitted && lacksReason
                  ? 'Enter a reason, such as “No one could moderate”. Visitors see it.'
                  : undefined
              }
            >
              {(attributes) => (
                <TextInput
                  {...attributes}
                  autoFocus
                  maxLength={200}
                  value={reason}
                  onChange={({currentTarget}) => setReason(currentTarget.value)}
                />
              )}
            </LabeledControl>
          )}
          <Flex gap={2}>
            <Button
              ref={button}
              type="submit"
              tone={act.needsReason ? 'critical' : 'primary'}
              fontSize={1}
              text={`Mark ${counted(count)} as ${act.becomes}`}
            />
            <Button mode="bleed" fontSize={1} text="Back" onClick={onClose} />
          </Flex>
        </Stack>
      </form>
    </Card>
  )
}
