import {TextInput} from '@sanity/ui'
import {textOf} from '@touchpoints/schemas/reading'
import {statusWord} from '@touchpoints/words/plain'
import {useState} from 'react'

import {useCommunity} from '../../community/CommunityContext.ts'
import {LabeledControl} from '../../inputs/LabeledControl.tsx'
import {ActDialog} from '../ActDialog.tsx'
import {useDocumentAct} from '../useDocumentAct.ts'
import {consequences} from './consequences.ts'

export interface SessionDialogProps {
  /** Id of the published form. */
  id: string
  /** Name of the release in which the editor works. */
  release: string | undefined
  onClose: () => void
}

/**
 * Cancels a session with a reason, at once or as a draft.
 *
 * The session stays on the page, so that people who planned to come see that it is canceled, and why.
 */
export function CancelDialog({id, release, onClose}: SessionDialogProps) {
  const {session} = useCommunity()
  const own = ['status', 'cancelReason']
  const {busy, problem, situation, act} = useDocumentAct({id, type: 'touchpoint', release}, own)
  const [reason, setReason] = useState('')
  const [submitted, setSubmitted] = useState(false)
  const cancelReason = textOf(reason)?.trim()

  const cancel = async (publish: boolean) => {
    setSubmitted(true)
    if (cancelReason === undefined) return
    const set = {status: 'cancelled', cancelReason}
    const done = statusWord({language: 'en'}, 'cancelled')
    if (await act({set, publish, done})) onClose()
  }
  const inRelease = release !== undefined
  return (
    <ActDialog
      title={`Cancel ${session.singular}`}
      sentences={consequences(`the ${session.singular} as canceled, with this reason`, situation)}
      problem={problem}
      busy={busy}
      primary={{
        text: inRelease ? 'Cancel in the release' : 'Cancel and publish',
        tone: 'critical',
        onClick: () => void cancel(true),
      }}
      secondary={
        inRelease ? undefined : {text: 'Cancel, keep as draft', onClick: () => void cancel(false)}
      }
      onClose={onClose}
    >
      <LabeledControl
        label="Cancellation reason"
        hint="Visitors see it, such as “The guest is ill”."
        problem={
          submitted && cancelReason === undefined
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
    </ActDialog>
  )
}
