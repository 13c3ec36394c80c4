import {publishedId, textOf} from '@touchpoints/schemas/reading'
import {
  type DocumentActionComponent,
  type DocumentActionsResolver,
  useValidationStatus,
} from 'sanity'

import {pendingReferenceCode} from './pendingReferences.ts'
import {type PublishAttempts, publishAttempts} from './publishAttempts.ts'

/** The same component for the same action: Sanity renders an action again from its start if it is another one. */
const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/**
 * Makes Publish usable while something is missing: it then shows what, instead of a button that does nothing.
 * A document with an error still can't be published.
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
    const description = publish(props)
    const {id, type, draft, published, release} = props
    const own = textOf(draft?._id) ?? id
    const {validation} = useValidationStatus(own, type, !release)
    // Publish publishes new documents too, and is not disabled because of them.
    const hasError = validation.some(
      ({level, code}) => level === 'error' && code !== pendingReferenceCode,
    )
    const isShown = attempts.has(publishedId(id))
    if (!description?.disabled || !hasError || !draft || published || isShown) return description
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
