import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, type DocumentActionProps, useValidationStatus} from 'sanity'

import type {NewDraft} from '../acts/newDocuments.ts'
import {useNewDocuments} from '../acts/useNewDocuments.ts'
import {useWhenSaved} from '../acts/useWhenSaved.ts'
import {isPendingReference} from '../form/pendingReferences.ts'
import {publishAttempts} from '../form/publishAttempts.ts'
import {messageOf} from '../messageOf.ts'
import {PublishError} from '../publish/PublishError.ts'
import {disabledByEither, useInvalidTitle} from '../publish/publishReason.ts'
import {usePublishTogether} from '../publish/usePublishTogether.ts'

/**
 * Wraps Sanity's Publish: if a draft refers to documents that are new, both are published in one transaction.
 *
 * Sanity's own Publish rejects such a draft until each of them has been opened and published.
 */
export function publishWithNew(publish: DocumentActionComponent): DocumentActionComponent {
  const action: DocumentActionComponent = (props) => {
    const original = publish(props)
    const news = useNewDocuments(props.draft)
    const invalidTitle = useInvalidTitle()
    const together = useTogether(props, news, invalidTitle)
    // In a release, publishing the release publishes everything in it.
    if (!original || !props.draft || props.scopeId !== undefined || news.length === 0) {
      return original
    }
    return disabledByEither(original, together, invalidTitle)
  }
  return Object.assign(action, {action: 'publish', displayName: 'PublishWithNewAction'})
}

/** Returns what the button says and does while there are new documents. */
function useTogether(
  {id, type, draft}: DocumentActionProps,
  news: readonly NewDraft[],
  invalidTitle: string,
) {
  const toast = useToast()
  const publish = usePublishTogether()
  const whenSaved = useWhenSaved(id, type, undefined)
  const {validation} = useValidationStatus(draft?._id ?? id, type, true)
  const [busy, setBusy] = useState(false)
  // The references to the new documents are valid, because these are published too.
  const isInvalid = validation.some(
    (marker) => marker.level === 'error' && !isPendingReference(marker, draft, news),
  )
  const names = news.map(({name}) => `“${name}”`).join(', ')
  const publishAll = async () => {
    setBusy(true)
    try {
      await whenSaved()
      await publish([id, ...news.map((each) => each.id)])
      toast.push({status: 'success', title: `Published with ${names}`})
    } catch (error) {
      if (error instanceof PublishError && error.code === 'invalid') publishAttempts.record(id)
      const description = messageOf(error)
      toast.push({status: 'error', title: 'Not published', description, duration: 15_000})
    } finally {
      setBusy(false)
    }
  }
  const count = news.length === 1 ? '1 new document' : `${news.length} new documents`
  return {
    label: busy ? 'Publishing…' : `Publish with ${count}`,
    title: isInvalid ? invalidTitle : `Also publishes ${names}`,
    // Not while the form is validated: that begins again with each answer of the Content Lake, and a click that
    // meets such a moment would be lost. Publishing validates each document first, so the click waits instead.
    disabled: isInvalid || busy,
    onHandle: () => void publishAll(),
  }
}
