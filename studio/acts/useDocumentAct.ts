import {useToast} from '@sanity/ui/toast'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {fieldsOf} from '@touchpoints/schemas/reading'
import {createElement, useEffect, useRef, useState} from 'react'
import {
  useActiveReleases,
  useClient,
  useEditState,
  useSchema,
  useWorkspace,
  type SanityDocument,
} from 'sanity'

import {messageOf} from '../messageOf.ts'
import {sessionAddress} from '../presentation/sessionAddress.ts'
import {fieldTitleAt} from '../publish/fieldTitleAt.ts'
import {usePublishTogether} from '../publish/usePublishTogether.ts'
import {changedFields} from './changedFields.ts'
import {newDocuments} from './newDocuments.ts'
import {type Change, saveChange} from './saveChange.ts'
import type {Situation} from './session/consequences.ts'
import {useWhenSaved} from './useWhenSaved.ts'

export interface ActTarget {
  /** Id of the published form. */
  id: string
  type: string
  /** Name of the release in which the editor works. */
  release?: string | undefined
}

interface ActRequest extends Pick<Change, 'set' | 'unset' | 'create' | 'others'> {
  /** Published ids of further documents that are published with it. */
  alongside?: readonly string[]
  publish: boolean
  /** What happened, for the message afterwards, as the first sentence of a message. */
  done: string
}

/**
 * Returns what an act on a document needs: the document, what publishing would mean, and a function that changes and
 * publishes it. An error stays in the dialog as `problem`, as a sentence.
 *
 * @param own - fields that the act itself changes
 */
export function useDocumentAct({id, type, release}: ActTarget, own: readonly string[]) {
  const client = useClient({apiVersion})
  const publish = usePublishTogether()
  const toast = useToast()
  const {tools} = useWorkspace()
  const documentType = useSchema().get(type)
  const {draft, published, version} = useEditState(id, type, 'default', release)
  const whenSaved = useWhenSaved(id, type, release)
  const releases = useActiveReleases()
  const [state, setState] = useState<{busy: boolean; problem?: string}>({busy: false})
  const current = release === undefined ? draft : version
  // The state at the click, after the form has sent what was typed.
  const seen = useRef<SanityDocument | null>(current)
  useEffect(() => {
    seen.current = current
  }, [current])

  const releaseTitle = releases.data.find(({name}) => name === release)?.metadata.title
  const changes =
    draft && published && release === undefined
      ? changedFields(fieldsOf(draft), fieldsOf(published)).filter((name) => !own.includes(name))
      : []
  const situation: Situation = {
    isPublished: published !== null,
    release: release === undefined ? undefined : (releaseTitle ?? release),
    otherChanges: changes.map((name) => (documentType ? fieldTitleAt(documentType, [name]) : name)),
  }

  /** @returns whether it succeeded */
  const act = async (request: ActRequest): Promise<boolean> => {
    const {set, unset, create, others = [], alongside = [], done} = request
    const publishes = request.publish && release === undefined
    setState({busy: true})
    let saved = false
    try {
      await whenSaved()
      const revision = await saveChange(client, {
        id,
        release,
        set,
        ...(unset && {unset}),
        others,
        ...(create && {create}),
        seen: seen.current?._rev ?? null,
      })
      saved = true
      if (publishes) {
        const news = await newDocuments(client, await client.getDocument(`drafts.${id}`))
        const ids = [
          id,
          ...alongside,
          ...others.map((each) => each.id),
          ...news.map((each) => each.id),
        ]
        await publish(ids, {revisions: {[id]: revision}})
      }
    } catch (error) {
      const kept = saved ? 'Your change is kept as a draft. ' : ''
      setState({busy: false, problem: `${kept}${messageOf(error)}`})
      return false
    }
    setState({busy: false})
    const address = publishes ? sessionAddress(tools, seen.current ?? published) : undefined
    toast.push({
      status: 'success',
      title: `${done}. ${outcome(publishes, situation)}`,
      ...(address !== undefined && {
        description: createElement('a', {href: address, target: '_blank'}, 'Open the page'),
        // Long enough to reach the link.
        duration: 15_000,
      }),
    })
    return true
  }
  return {...state, document: version ?? draft ?? published, situation, act}
}

function outcome(publishes: boolean, {release}: Situation): string {
  if (publishes) return 'Visitors see it now.'
  return release === undefined
    ? 'Visitors see it after you publish.'
    : `Visitors see it when the release “${release}” is published.`
}
