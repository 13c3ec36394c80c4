import {Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {publishedId, refOf, textOf} from '@touchpoints/schemas/reading'
import {useEffect, useState} from 'react'
import {type ObjectInputProps, set, useClient, useFormValue} from 'sanity'

import {referenceTo} from '../documents/referenceTo.ts'
import {messageOf} from '../messageOf.ts'
import type {SessionFacts} from './matchRecording.ts'
import {candidateWindow, readCandidates, sessionCandidatesQuery} from './sessionCandidates.ts'
import {suggestSessions} from './suggest.ts'
import {SuggestionList} from './SuggestionList.tsx'

/** Input for a recording's reference to its session. Suggests sessions while it is empty. */
export function SuggestedSessions(props: ObjectInputProps) {
  const {value, readOnly, onChange, renderDefault} = props
  const client = useClient({apiVersion})
  const [problem, setProblem] = useState<string>()
  const id = textOf(useFormValue(['_id'])) ?? ''
  const [title, date] = [textOf(useFormValue(['title'])), textOf(useFormValue(['date']))]
  const open = refOf(value) === undefined && !readOnly
  const sessions = useCandidates(open, date)
  const suggestions = open ? suggestSessions({id: publishedId(id), title, date}, sessions) : []

  const choose = async (sessionId: string) => {
    try {
      const published = await client.fetch<boolean>(
        'count(*[_id == $id]) > 0',
        {id: sessionId},
        {perspective: 'published'},
      )
      setProblem(undefined)
      onChange(set(referenceTo(sessionId, 'touchpoint', {published})))
    } catch (error) {
      setProblem(`Could not read the session (${messageOf(error)}). Try again.`)
    }
  }
  return (
    <Stack gap={4}>
      {renderDefault(props)}
      <SuggestionList
        label="Suggested sessions"
        verb="Select"
        rows={suggestions.map(({item, reasons}) => ({
          id: item.id,
          title: item.title,
          detail: [item.date ?? 'no date', reasons.join(', ')].join(' · '),
        }))}
        onChoose={(sessionId) => void choose(sessionId)}
      />
      {problem && (
        <Text size={1} role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  )
}

/** Loads sessions without a recording around a date. Returns none if disabled or if loading fails. */
function useCandidates(enabled: boolean, date: string | undefined): readonly SessionFacts[] {
  const client = useClient({apiVersion})
  const [sessions, setSessions] = useState<readonly SessionFacts[]>([])
  useEffect(() => {
    if (!enabled) return undefined
    const controller = new AbortController()
    client
      .fetch<unknown>(sessionCandidatesQuery, candidateWindow(date, Date.now()), {
        perspective: 'drafts',
        signal: controller.signal,
      })
      .then((result) => setSessions(readCandidates(result)))
      // Suggestions are optional. The field works without them.
      .catch(() => undefined)
    return () => controller.abort()
  }, [client, enabled, date])
  return sessions
}
