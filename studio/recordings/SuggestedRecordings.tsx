import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {readRecording, recordingCandidatesQuery} from './recordingCandidates.ts'
import {readSession, sessionFactsQuery} from './sessionCandidates.ts'
import {suggestRecordings} from './suggest.ts'
import {SuggestionList, type SuggestionRow} from './SuggestionList.tsx'

interface SuggestedRecordingsProps {
  /** Published id of the touchpoint. */
  touchpointId: string
  onChoose: (recordingId: string) => void
}

/** Suggests recordings without a session that are probably of this one. */
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
        const facts = readSession(session)
        const candidates = recordings.flatMap((each) => readRecording(each) ?? [])
        setRows(
          (facts ? suggestRecordings(facts, candidates) : []).map(({item, reasons}) => ({
            id: item.id,
            title: item.title ?? 'Untitled recording',
            detail: [item.date ?? 'no date', reasons.join(', ')].join(' · '),
          })),
        )
      })
      // Suggestions are optional. The editor can still paste a link.
      .catch(() => undefined)
    return () => controller.abort()
  }, [client, touchpointId])
  return (
    <SuggestionList label="Suggested recordings" verb="Attach" rows={rows} onChoose={onChoose} />
  )
}
