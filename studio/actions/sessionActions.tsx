import {fieldsOf} from '@touchpoints/schemas/reading'
import type {ComponentType} from 'react'
import {useState} from 'react'
import type {DocumentActionComponent, DocumentActionDescription, DocumentActionProps} from 'sanity'

import {CancelDialog, type SessionDialogProps} from '../acts/session/CancelDialog.tsx'
import {HeldDialog} from '../acts/session/HeldDialog.tsx'
import {mayBeCanceled} from '../acts/session/mayBeCanceled.ts'
import {ReinstateDialog} from '../acts/session/ReinstateDialog.tsx'
import {useCommunity} from '../community/CommunityContext.ts'
import {isNotInRelease} from './isNotInRelease.ts'

/** Cancels a session with a reason. */
export const cancelSession: DocumentActionComponent = (props) => {
  const label = `Cancel ${useCommunity().session.singular}…`
  const action = useDialogAction(props, {label, Dialog: CancelDialog, tone: 'critical'})
  const document = fieldsOf(props.version ?? props.draft ?? props.published)
  return mayBeCanceled(document, props.published !== null) ? action : null
}

/** Marks a session as held, with its recording. */
export const markAsHeld: DocumentActionComponent = (props) => {
  const action = useDialogAction(props, {label: 'Mark as held…', Dialog: HeldDialog})
  return isOpen(props) || statusOf(props) === 'held' ? action : null
}

/** Undoes a cancellation. */
export const reinstateSession: DocumentActionComponent = (props) => {
  const action = useDialogAction(props, {label: 'Reinstate…', Dialog: ReinstateDialog})
  return statusOf(props) === 'cancelled' ? action : null
}

interface DialogAction {
  label: string
  Dialog: ComponentType<SessionDialogProps>
  tone?: 'critical'
}

function useDialogAction(
  props: DocumentActionProps,
  {label, Dialog, tone}: DialogAction,
): DocumentActionDescription | null {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (isNotInRelease(props)) return null
  return {
    label,
    ...(tone && {tone}),
    disabled: statusOf(props) === undefined,
    onHandle: () => setOpen(true),
    dialog: open && {
      type: 'custom',
      component: <Dialog id={props.id} release={props.scopeId} onClose={close} />,
    },
  }
}

function isOpen(props: DocumentActionProps): boolean {
  const status = statusOf(props)
  return status !== 'cancelled' && status !== 'held'
}

function statusOf({version, draft, published}: DocumentActionProps): unknown {
  return (version ?? draft ?? published)?.['status']
}
