import {Button, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {useDocumentOperation, type DocumentActionComponent} from 'sanity'

import {useCommunity} from '../community/CommunityContext.ts'
import {isNotInRelease} from './isNotInRelease.ts'
import {LabeledControl} from '../inputs/LabeledControl.tsx'

/**
 * Cancels a session with a reason. The change is a draft until the editor publishes it.
 *
 * The session stays on the page, so that people who planned to come see that it is canceled, and why.
 */
export const cancelSession: DocumentActionComponent = (props) => {
  const {id, type, draft, published, version, scopeId} = props
  // In a release, this patches the version of the release, not the draft.
  const {patch} = useDocumentOperation(id, type, scopeId)
  const {session} = useCommunity()
  const [open, setOpen] = useState(false)
  const status = (version ?? draft ?? published)?.['status']
  if (status === 'cancelled' || status === 'held' || isNotInRelease(props)) return null
  return {
    label: `Cancel ${session.singular}…`,
    tone: 'critical',
    disabled: Boolean(patch.disabled),
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'dialog',
      header: `Cancel ${session.singular}`,
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
  const [submitted, setSubmitted] = useState(false)
  const trimmed = reason.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (trimmed === '') setSubmitted(true)
        else onCancel(trimmed)
      }}
    >
      <Stack gap={4}>
        <Text size={1}>The session stays on the page, marked as canceled, with this reason.</Text>
        <LabeledControl
          label="Cancellation reason"
          problem={
            submitted && trimmed === ''
              ? 'Enter a reason, such as “The guest is ill”. Visitors see it.'
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
        <Button type="submit" tone="critical" text="Cancel session" />
      </Stack>
    </form>
  )
}
