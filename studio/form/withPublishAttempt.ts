import {useToast} from '@sanity/ui/toast'
import {publishedId, textOf} from '@touchpoints/schemas/reading'
import {useSyncExternalStore} from 'react'
import {
  type DocumentActionComponent,
  type DocumentActionDescription,
  type DocumentActionProps,
  type DocumentActionsResolver,
  useValidationStatus,
} from 'sanity'

import {isOnlyInvalid, useInvalidTitle} from '../publish/publishReason.ts'
import {pendingReferenceCode} from './pendingReferences.ts'
import {type PublishAttempts, publishAttempts} from './publishAttempts.ts'
import {publishGuard} from './publishGuard.ts'
import {unstoredInput} from './unstoredInput.ts'

/** The same component for the same action: Sanity renders an action again from its start if it is another one. */
const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/**
 * Makes Publish usable while something is missing: it then shows what, instead of a button that does nothing.
 * A document with an error still can't be published, and neither can one with typed input that is not stored.
 */
export function withPublishAttempt(actions: DocumentActionsResolver): DocumentActionsResolver {
  return (given, context) =>
    actions(given, context).map((action) => {
      if (action.action !== 'publish') return action
      const known = wrapped.get(action) ?? attempting(action, publishAttempts)
      wrapped.set(action, known)
      return known
    })
}

function attempting(
  publish: DocumentActionComponent,
  attempts: PublishAttempts,
): DocumentActionComponent {
  const attempt: DocumentActionComponent = (props) => {
    const original = publish(props)
    const description = useGuarded(original, props)
    const invalidTitle = useInvalidTitle()
    const {id, type, draft, published, release} = props
    const own = textOf(draft?._id) ?? id
    const {validation} = useValidationStatus(own, type, !release)
    // Publish publishes new documents too, and is not disabled because of them.
    const hasError = validation.some(
      ({level, code}) => level === 'error' && code !== pendingReferenceCode,
    )
    const isShown = attempts.has(publishedId(id))
    if (!original || !isOnlyInvalid(original, invalidTitle)) return description
    if (!description || !hasError || !draft || published || isShown) return description
    const title = 'Show what is missing'
    return {
      ...description,
      disabled: false,
      title,
      onHandle: () => attempts.record(publishedId(id)),
    }
  }
  return Object.assign(attempt, {action: publish.action, displayName: 'PublishOrShowMissing'})
}

/** Decides about each click, and says on the button why it would be refused. */
function useGuarded(
  description: DocumentActionDescription | null,
  {id, draft, version}: DocumentActionProps,
): DocumentActionDescription | null {
  const toast = useToast()
  const own = publishedId(id)
  const reason = useSyncExternalStore(unstoredInput.subscribe, () => unstoredInput.reasonFor(own))
  if (!description) return null
  const handle = () => {
    const decision = publishGuard.decide(own, textOf((version ?? draft)?._rev))
    if (decision.kind === 'publish') description.onHandle?.()
    if (decision.kind === 'refuse') {
      const title = 'Not published'
      toast.push({status: 'error', title, description: decision.reason, duration: 15_000})
    }
  }
  return {...description, ...(reason !== undefined && {title: reason}), onHandle: handle}
}
