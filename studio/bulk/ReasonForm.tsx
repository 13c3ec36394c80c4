import {Button, Card, Flex, Stack, TextInput} from '@sanity/ui'
import {useState} from 'react'

import {LabeledControl} from '../inputs/LabeledControl.tsx'

interface ReasonFormProps {
  /** Number of sessions. */
  count: number
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** Takes the reason why several sessions were canceled. */
export function ReasonForm({count, onSubmit, onClose}: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const [submitted, setSubmitted] = useState(false)
  const trimmed = reason.trim()
  return (
    <Card border padding={3} radius={2}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (trimmed === '') setSubmitted(true)
          else onSubmit(trimmed)
        }}
      >
        <Stack gap={3}>
          <LabeledControl
            label="Cancellation reason"
            hint="Visitors see it with each of the sessions."
            problem={
              submitted && trimmed === ''
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
          <Flex gap={2}>
            <Button
              type="submit"
              tone="critical"
              fontSize={1}
              text={
                count === 1 ? 'Mark 1 session as canceled' : `Mark ${count} sessions as canceled`
              }
            />
            <Button mode="bleed" fontSize={1} text="Back" onClick={onClose} />
          </Flex>
        </Stack>
      </form>
    </Card>
  )
}
