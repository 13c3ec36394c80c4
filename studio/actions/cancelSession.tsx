import {Button, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {useDocumentOperation, type DocumentActionComponent} from 'sanity'

import {isNotInRelease} from './isNotInRelease.ts'
import {LabelledControl} from '../inputs/LabelledControl.tsx'

/**
 * Cancels a session without taking it off the page: whoever planned to come must see that it is off, and
 * why. It is an edit like any other, published when its editor publishes.
 */
export const cancelSession: DocumentActionComponent = (props) => {
  const {id, type, draft, published, version, scopeId} = props
  // In a release it is the release's version that is cancelled, not the draft.
  const {patch} = useDocumentOperation(id, type, scopeId)
  const [open, setOpen] = useState(false)
  const status = (version ?? draft ?? published)?.['status']
  if (status === 'cancelled' || status === 'held' || isNotInRelease(props)) return null
  return {
    label: 'Cancel the session…',
    tone: 'critical',
    disabled: Boolean(patch.disabled),
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: 'Cancel the session',
      onClose: () => setOpen(false),
      content: (
        <ReasonForm
          onCancel={(cancelReason) => {
            patch.execute([{set: {status: 'cancelled', cancelReason}}])
            setOpen(false)
          }}
        />
      ),
    },
  }
}

function ReasonForm({onCancel}: {onCancel: (reason: string) => void}) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const given = reason.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (given === '') setAsked(true)
        else onCancel(given)
      }}
    >
      <Stack gap={4}>
        <Text size={1}>It stays on the page, marked as cancelled, with this reason.</Text>
        <LabelledControl
          label="Why it is cancelled"
          problem={
            asked && given === '' ? 'Say why: visitors who planned to come read it.' : undefined
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
        </LabelledControl>
        <Button type="submit" tone="critical" text="Cancel the session" />
      </Stack>
    </form>
  )
}
