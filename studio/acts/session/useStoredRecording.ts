import {apiVersion} from '@touchpoints/schemas/defaults'
import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

/** The recording that a session already has. It is complete if it has a source or a reason why there is none. */
export interface StoredRecording {
  kind: 'complete' | 'incomplete'
  /** Id of the published form. */
  id: string
  title: string
}

const recordingQuery = `*[_type == "recording" && touchpoint._ref == $id][0]{
  _id, title, "complete": defined(media) || availability == "notRecorded"
}`

/** Loads the recording of a session. Undefined if it has none. */
export function useStoredRecording(touchpointId: string): StoredRecording | undefined {
  const client = useClient({apiVersion})
  const [stored, setStored] = useState<StoredRecording>()
  useEffect(() => {
    const controller = new AbortController()
    client
      .fetch<unknown>(
        recordingQuery,
        {id: touchpointId},
        {perspective: 'drafts', signal: controller.signal},
      )
      .then((result) => setStored(readRecording(result)))
      // The new recording has the id of the old one, so that there are never two.
      .catch(() => undefined)
    return () => controller.abort()
  }, [client, touchpointId])
  return stored
}

function readRecording(result: unknown): StoredRecording | undefined {
  const {_id, title, complete} = fieldsOf(result)
  const id = textOf(_id)
  if (id === undefined) return undefined
  return {
    kind: complete === true ? 'complete' : 'incomplete',
    id: publishedId(id),
    title: textOf(title) ?? 'Untitled recording',
  }
}
