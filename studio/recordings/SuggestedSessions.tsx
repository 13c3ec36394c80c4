import {Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {publishedId, refOf, textOf} from '@touchpoints/schemas/reading'
import {useEffect, useState} from 'react'
import {type ObjectInputProps, set, useClient, useFormValue} from 'sanity'

import {referenceTo} from '../documents/referenceTo.ts'
import type {SessionFacts} from './likeness.ts'
import {candidateWindow, readCandidates, sessionCandidatesQuery} from './sessionCandidates.ts'
import {suggestSessions} from './suggest.ts'
import {SuggestionList} from './SuggestionList.tsx'

/** A recording's reference to its session: while it is empty, the sessions that it is probably of. */
export function SuggestedSessions(props: ObjectInputProps) {
  const {value, readOnly, onChange, renderDefault} = props
  const client = useClient({apiVersion})
  const [told, setTold] = useState<string>()
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
      setTold(undefined)
      onChange(set(referenceTo(sessionId, 'touchpoint', {published})))
    } catch (error) {
      setTold(
        `It could not be looked up: ${error instanceof Error ? error.message : String(error)}`,
      )
    }
  }
  return (
    <Stack gap={4}>
      {renderDefault(props)}
      <SuggestionList
        label="Probably of"
        verb="Choose"
        rows={suggestions.map(({of, reasons}) => ({
          id: of.id,
          title: of.title,
          detail: [of.date ?? 'no date yet', reasons.join(', ')].join(' · '),
        }))}
        onChoose={(sessionId) => void choose(sessionId)}
      />
      {told && (
        <Text size={1} role="alert">
          {told}
        </Text>
      )}
    </Stack>
  )
}

/** Sessions without a recording around a date; none while nobody needs them, or when they cannot be read. */
function useCandidates(wanted: boolean, date: string | undefined): readonly SessionFacts[] {
  const client = useClient({apiVersion})
  const [sessions, setSessions] = useState<readonly SessionFacts[]>([])
  useEffect(() => {
    if (!wanted) return undefined
    const controller = new AbortController()
    client
      .fetch<unknown>(sessionCandidatesQuery, candidateWindow(date, Date.now()), {
        perspective: 'drafts',
        signal: controller.signal,
      })
      .then((found) => setSessions(readCandidates(found)))
      // A suggestion less: the field itself works without.
      .catch(() => undefined)
    return () => controller.abort()
  }, [client, wanted, date])
  return sessions
}
