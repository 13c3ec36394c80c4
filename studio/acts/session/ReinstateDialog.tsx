import {Text} from '@sanity/ui'
import {textOf} from '@touchpoints/schemas/reading'

import {useCommunity} from '../../community/CommunityContext.ts'
import {ActDialog} from '../ActDialog.tsx'
import {useDocumentAct} from '../useDocumentAct.ts'
import type {SessionDialogProps} from './CancelDialog.tsx'
import {consequences} from './consequences.ts'

/** Undoes a cancellation: the session is tentative again, and its reason is removed. */
export function ReinstateDialog({id, release, onClose}: SessionDialogProps) {
  const {session} = useCommunity()
  const own = ['status', 'cancelReason', 'cancelReasonTranslations']
  const {busy, problem, situation, document, act} = useDocumentAct(
    {id, type: 'touchpoint', release},
    own,
  )
  const reason = textOf(document?.['cancelReason'])
  const reinstate = async (publish: boolean) => {
    const unset = ['cancelReason', 'cancelReasonTranslations']
    if (await act({set: {status: 'planned'}, unset, publish, done: 'Reinstated'})) onClose()
  }
  const inRelease = release !== undefined
  return (
    <ActDialog
      title={`Reinstate ${session.singular}`}
      sentences={consequences(`the ${session.singular} as tentative again`, situation)}
      problem={problem}
      busy={busy}
      primary={{
        text: inRelease ? 'Reinstate in the release' : 'Reinstate and publish',
        tone: 'primary',
        onClick: () => void reinstate(true),
      }}
      secondary={
        inRelease
          ? undefined
          : {text: 'Reinstate, keep as draft', onClick: () => void reinstate(false)}
      }
      onClose={onClose}
    >
      {reason && <Text size={1}>{`The reason “${reason}” is removed.`}</Text>}
    </ActDialog>
  )
}
