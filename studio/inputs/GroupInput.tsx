import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {fieldsOf, publishedId, textOf} from '@touchpoints/schemas/reading'
import {useEffect, useState} from 'react'
import {type ObjectInputProps, useDocumentStore} from 'sanity'
import {IntentLink, useRouter} from 'sanity/router'

import {readCadencePreview} from '../cadence/readCadencePreview.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {meetingTemplateId} from '../templates/meetingOfGroup.ts'

const meetingsQuery =
  '*[_type == "series" && group._ref == $groupId] | order(title asc){_id, title, lifecycle, cadence, cadenceText}'

/** The form of a group, with its meetings and a button to add one. */
export function GroupInput(props: ObjectInputProps) {
  const id = publishedId(textOf(props.value?.['_id']) ?? '')
  const hasTitle = textOf(props.value?.['title']) !== undefined
  return (
    <Stack gap={5}>
      {id !== '' && <GroupMeetings groupId={id} hasTitle={hasTitle} />}
      {props.renderDefault(props)}
    </Stack>
  )
}

interface Meeting {
  id: string
  title: string
  when: string
}

function GroupMeetings({groupId, hasTitle}: {groupId: string; hasTitle: boolean}) {
  const router = useRouter()
  const meetings = useMeetings(groupId)
  return (
    <Card padding={3} radius={2} border tone="transparent" role="region" aria-label="Meetings">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          Meetings
        </Text>
        {meetings.map(({id, title, when}) => (
          <Text size={1} key={id}>
            <IntentLink intent="edit" params={{id, type: 'series'}}>
              {title}
            </IntentLink>
            {` · ${when}`}
          </Text>
        ))}
        <Flex gap={3} align="center" wrap="wrap">
          <Button
            mode="ghost"
            fontSize={1}
            text="Add a meeting"
            disabled={!hasTitle}
            onClick={() =>
              router.navigateIntent('create', [
                {type: 'series', template: meetingTemplateId},
                {groupId},
              ])
            }
          />
          {!hasTitle && (
            <Text size={1} muted>
              Enter the title first.
            </Text>
          )}
        </Flex>
      </Stack>
    </Card>
  )
}

function useMeetings(groupId: string): readonly Meeting[] {
  const documentStore = useDocumentStore()
  const {breaks, languages} = useCommunity()
  const [stored, setStored] = useState<readonly unknown[]>([])
  useEffect(() => {
    const following = documentStore
      .listenQuery(
        {fetch: meetingsQuery, listen: '*[_type == "series"]'},
        {groupId},
        {apiVersion, perspective: 'drafts', throttleTime: 1000},
      )
      .subscribe({
        next: (result: unknown) => setStored(Array.isArray(result) ? result : []),
        error: () => setStored([]),
      })
    return () => following.unsubscribe()
  }, [documentStore, groupId])
  const [now] = useState(() => new Date().toISOString())
  return stored.flatMap((each) => {
    const {_id, title, lifecycle, cadence, cadenceText} = fieldsOf(each)
    const id = textOf(_id)
    if (id === undefined) return []
    const preview = readCadencePreview(cadence, {now, breaks, language: languages[0] ?? 'en'})
    const rhythm = preview.kind === 'cadence' ? preview.sentence : textOf(cadenceText)
    const state = lifecycle === 'paused' || lifecycle === 'ended' ? ` (${lifecycle})` : ''
    return [{id, title: textOf(title) ?? 'Untitled', when: `${rhythm ?? 'on demand'}${state}`}]
  })
}
