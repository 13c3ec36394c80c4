import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {fieldsOf, publishedId, refOf, scheduleOf, textOf} from '@touchpoints/schemas/reading'
import {statusLine} from '@touchpoints/words/plain'
import {type ComponentType, useState} from 'react'
import {getVersionFromId, type ObjectInputProps, useEditState} from 'sanity'

import {useCommunity} from '../../community/CommunityContext.ts'
import {CancelDialog, type SessionDialogProps} from './CancelDialog.tsx'
import {HeldDialog} from './HeldDialog.tsx'
import {mayBeCanceled} from './mayBeCanceled.ts'
import {ReinstateDialog} from './ReinstateDialog.tsx'
import {ScheduleNextButton} from './ScheduleNextButton.tsx'

/** The form of a session, with the common acts above it: cancel, mark as held, schedule the next one. */
export function SessionInput(props: ObjectInputProps) {
  const documentId = textOf(props.value?.['_id']) ?? ''
  return (
    <Stack gap={5}>
      {documentId !== '' && !props.readOnly && (
        <SessionActs id={publishedId(documentId)} release={getVersionFromId(documentId)} />
      )}
      {props.renderDefault(props)}
    </Stack>
  )
}

type Act = ComponentType<SessionDialogProps>

function SessionActs({id, release}: Pick<SessionDialogProps, 'id' | 'release'>) {
  const {session} = useCommunity()
  const {draft, published, version} = useEditState(id, 'touchpoint', 'default', release)
  const [open, setOpen] = useState<{Dialog: Act}>()
  const [now] = useState(() => Date.now())
  const document = fieldsOf(version ?? draft ?? published)
  // Nothing to cancel before the first field is filled in.
  if (textOf(document['_id']) === undefined) return null
  const {status} = document
  const seriesId = refOf(document['series'])
  const start = scheduleOf(document['schedule'])?.start
  const hasStarted = start !== undefined && Date.parse(start) <= now
  const isOpen = status !== 'cancelled' && status !== 'held'
  const act = (text: string, Dialog: Act) => (
    <Button mode="ghost" fontSize={1} text={text} onClick={() => setOpen({Dialog})} />
  )
  return (
    <Card
      padding={3}
      radius={2}
      border
      tone={status === 'cancelled' ? 'critical' : 'transparent'}
      role="region"
      aria-label="Acts"
      data-testid="session-acts"
    >
      <Flex gap={2} align="center" wrap="wrap">
        {status === 'cancelled' && (
          <Text size={1} style={{flex: 1, minWidth: 180}}>
            {statusLine(
              {language: 'en'},
              'cancelled',
              textOf(document['cancelReason']) ?? 'no reason yet',
            )}
          </Text>
        )}
        {status === 'cancelled' && act('Reinstate…', ReinstateDialog)}
        {isOpen && hasStarted && act('Mark as held…', HeldDialog)}
        {mayBeCanceled(document, published !== null) &&
          act(`Cancel ${session.singular}…`, CancelDialog)}
        {seriesId !== undefined && <ScheduleNextButton seriesId={seriesId} />}
      </Flex>
      {open && <open.Dialog id={id} release={release} onClose={() => setOpen(undefined)} />}
    </Card>
  )
}
