import {Box, Card} from '@sanity/ui'
import {textOf, fieldsOf} from '@touchpoints/schemas/reading'
import type {StructureBuilder, UserComponent} from 'sanity/structure'
import {usePaneRouter} from 'sanity/structure'

import {type BulkList, bulkLists} from './bulkActs.ts'
import {BulkSessionsForm, SessionRow} from './BulkSessionsForm.tsx'

/** Returns the pane of a list in which sessions are handled together. A session opens beside it. */
export function bulkPane(S: StructureBuilder, {id}: BulkList, title: string) {
  return S.component(BulkPane)
    .id(id)
    .title(title)
    .options({listId: id})
    .child((documentId) => S.document().documentId(documentId).schemaType('touchpoint'))
}

const BulkPane: UserComponent = ({options}) => {
  const listId = textOf(fieldsOf(options)['listId'])
  const list = bulkLists.find(({id}) => id === listId)
  const {ChildLink} = usePaneRouter()
  if (!list) return null
  return (
    <Box padding={3} height="fill" overflow="auto">
      <BulkSessionsForm
        list={list}
        renderLink={(session) => (
          <Card as={ChildLink} data-as="a" childId={session.id} padding={2} radius={2}>
            <SessionRow {...session} />
          </Card>
        )}
      />
    </Box>
  )
}
