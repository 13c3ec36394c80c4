import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {apiVersion} from '@touchpoints/schemas/defaults'
import {useEffect, useState} from 'react'
import {useClient} from 'sanity'

import {announcedQuery, readAnnounced} from '../announcement/readAnnounced.ts'
import {
  announcementForms,
  writeAnnouncement,
  type AnnouncementForm,
} from '../announcement/writeAnnouncement.ts'
import {regionPlaces} from '../schedule/regionPlaces.ts'

const titles: Record<AnnouncementForm, string> = {
  markdown: 'Markdown',
  slack: 'Slack',
  plain: 'Plain text',
}

/** An announcement to look at and copy, in the form of the place where it will be posted. */
export function AnnouncementDialog({touchpointId}: {touchpointId: string}) {
  const client = useClient({apiVersion})
  const [answer, setAnswer] = useState<unknown>()
  const [form, setForm] = useState<AnnouncementForm>('markdown')
  const [told, setTold] = useState<string>()

  useEffect(() => {
    let wanted = true
    client
      .fetch<unknown>(announcedQuery, {id: touchpointId}, {perspective: 'drafts'})
      .then((found) => wanted && setAnswer(found))
      .catch((error: unknown) => wanted && setTold(String(error)))
    return () => {
      wanted = false
    }
  }, [client, touchpointId])

  const session = readAnnounced(answer)
  if (!session) {
    return (
      <Text size={1}>{told ?? 'An announcement needs a date: fill in the schedule first.'}</Text>
    )
  }
  const text = writeAnnouncement(form, session, regionPlaces)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setTold('Copied.'),
      () => setTold('The browser did not allow it: select the text and copy it.'),
    )
  return (
    <Stack gap={4}>
      <Flex gap={2}>
        {announcementForms.map((each) => (
          <Button
            key={each}
            mode={each === form ? 'default' : 'ghost'}
            text={titles[each]}
            aria-pressed={each === form}
            onClick={() => {
              setForm(each)
              setTold(undefined)
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
          {told}
        </Text>
      </Flex>
    </Stack>
  )
}
