import {Box, Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'

import {attentionListsFor} from '../attention/attentionLists.ts'
import {useCommunity} from '../community/CommunityContext.ts'
import {DocumentLink} from '../links/DocumentLink.tsx'
import type {BulkList} from './bulkActs.ts'
import {BulkSessionsForm, SessionRow} from './BulkSessionsForm.tsx'

/** Handles the sessions of a list together, in a dialog. */
export function BulkDialog({list, onClose}: {list: BulkList; onClose: () => void}) {
  const community = useCommunity()
  const id = useId()
  const title = attentionListsFor(community).find((each) => each.id === list.id)?.title
  const [busy, setBusy] = useState(false)
  const [warned, setWarned] = useState(false)
  const close = () => (busy ? setWarned(true) : onClose())
  return (
    <Dialog id={id} header={title} width={1} onClose={close} onClickOutside={close}>
      <Stack gap={4} padding={4}>
        {busy && warned && (
          <Card tone="caution" padding={3} radius={2} border role="alert">
            <Flex gap={3} align="center">
              <Box flex={1}>
                <Text size={1}>
                  It is not finished. If you close the dialog, it goes on, but you don’t see which
                  sessions fail.
                </Text>
              </Box>
              <Button mode="ghost" fontSize={1} text="Close anyway" onClick={onClose} />
            </Flex>
          </Card>
        )}
        <BulkSessionsForm
          list={list}
          onBusy={setBusy}
          renderLink={(session) => (
            <DocumentLink id={session.id} type="touchpoint">
              <SessionRow {...session} />
            </DocumentLink>
          )}
        />
      </Stack>
    </Dialog>
  )
}
