import {Box, Dialog} from '@sanity/ui'
import {useId} from 'react'

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
  return (
    <Dialog id={id} header={title} width={1} onClose={onClose} onClickOutside={onClose}>
      <Box padding={4}>
        <BulkSessionsForm
          list={list}
          renderLink={(session) => (
            <DocumentLink id={session.id} type="touchpoint">
              <SessionRow {...session} />
            </DocumentLink>
          )}
        />
      </Box>
    </Dialog>
  )
}
