import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {readRecording, recordingCandidatesQuery} from './recordingCandidates.ts'
import {readSession, sessionFactsQuery} from './sessionCandidates.ts'
import {suggestRecordings} from './suggest.ts'
import {SuggestionList, type SuggestionRow} from './SuggestionList.tsx'

interface SuggestedRecordingsProps {
  /** Of the published document. */
  touchpointId: string
  onChoose: (recordingId: string) => void
}

/** Recordings that belong to no session yet and are probably of this one. */
export function SuggestedRecordings({touchpointId, onChoose}: SuggestedRecordingsProps) {
  const client = useClient({apiVersion})
  const [rows, setRows] = useState<SuggestionRow[]>([])
  useEffect(() => {
    const controller = new AbortController()
    client
      .fetch<{session: unknown; recordings: unknown[]}>(
        `{"session": ${sessionFactsQuery}, "recordings": ${recordingCandidatesQuery}}`,
        {id: touchpointId},
        {perspective: 'drafts', signal: controller.signal},
      )
      .then(({session, recordings}) => {
        const known = readSession(session)
        const found = recordings.flatMap((each) => readRecording(each) ?? [])
        setRows(
          (known ? suggestRecordings(known, found) : []).map(({of, reasons}) => ({
            id: of.id,
            title: of.title ?? 'Untitled recording',
            detail: [of.date ?? 'no date', reasons.join(', ')].join(' · '),
          })),
        )
      })
      // A suggestion less: the link can be pasted without.
      .catch(() => undefined)
    return () => controller.abort()
  }, [client, touchpointId])
  return (
    <SuggestionList
      label="Already here, and probably of this session"
      verb="Attach"
      rows={rows}
      onChoose={onChoose}
    />
  )
}
