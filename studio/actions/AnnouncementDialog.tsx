import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {announcedSessionQuery, readAnnouncedSession} from '../announcement/readAnnouncedSession.ts'
import {
  announcementFormats,
  writeAnnouncement,
  type AnnouncementFormat,
} from '../announcement/writeAnnouncement.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {messageOf} from '../messageOf.ts'
import {placesOf} from '../schedule/placesOf.ts'

const titles: Record<AnnouncementFormat, string> = {
  markdown: 'Markdown',
  slack: 'Slack',
  plain: 'Plain text',
}

/** Shows the announcement of a session in several formats, with a button to copy it. */
export function AnnouncementDialog({touchpointId}: {touchpointId: string}) {
  const client = useClient({apiVersion})
  const {regions} = useCommunity()
  const [result, setResult] = useState<unknown>()
  const [format, setFormat] = useState<AnnouncementFormat>('markdown')
  const [status, setStatus] = useState<string>()

  useEffect(() => {
    let mounted = true
    client
      .fetch<unknown>(announcedSessionQuery, {id: touchpointId}, {perspective: 'drafts'})
      .then((value) => mounted && setResult(value))
      .catch(
        (error: unknown) =>
          mounted &&
          setStatus(
            `Could not load the session (${messageOf(error)}). Close this dialog and try again.`,
          ),
      )
    return () => {
      mounted = false
    }
  }, [client, touchpointId])

  const session = readAnnouncedSession(result)
  if (!session) {
    return (
      <Text size={1}>
        {status ?? 'The session has no date. Enter the date under Schedule, then try again.'}
      </Text>
    )
  }
  const text = writeAnnouncement(format, session, placesOf(regions))
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setStatus('Copied.'),
      () => setStatus('The browser blocked copying. Select the text and copy it.'),
    )
  return (
    <Stack gap={4}>
      <Flex gap={2}>
        {announcementFormats.map((each) => (
          <Button
            key={each}
            mode={each === format ? 'default' : 'ghost'}
            text={titles[each]}
            aria-pressed={each === format}
            onClick={() => {
              setFormat(each)
              setStatus(undefined)
            }}
          />
        ))}
      </Flex>
      <Card padding={3} border radius={2} tone="transparent" tabIndex={0}>
        <pre style={{margin: 0, whiteSpace: 'pre-wrap', font: '13px/1.5 monospace'}}>{text}</pre>
      </Card>
      <Flex gap={3} align="center">
        <Button tone="primary" text="Copy" onClick={() => void copy()} />
        <Text size={1} muted role="status">
          {status}
        </Text>
      </Flex>
    </Stack>
  )
}
