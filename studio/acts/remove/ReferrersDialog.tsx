import {Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {useSchema} from 'sanity'
import {IntentLink} from 'sanity/router'

import type {Referrers} from './referrers.ts'
import {removalAdvice} from './removalAdvice.ts'

interface ReferrersDialogProps {
  /** What is not possible, such as "Delete" or "Unpublish". */
  verb: string
  type: string
  referrers: Referrers
  onClose: () => void
}

/** Says which documents use a document that an editor wants to delete, and what to do. */
export function ReferrersDialog({verb, type, referrers, onClose}: ReferrersDialogProps) {
  const id = useId()
  const schema = useSchema()
  const {documents, more} = referrers
  const count = documents.length === 1 ? '1 document' : `${documents.length} documents`
  return (
    <Dialog
      id={id}
      width={1}
      header={`${verb}: used by ${more ? 'more than ' : ''}${count}`}
      onClose={onClose}
    >
      <Stack gap={4} padding={4}>
        <Text size={1}>{removalAdvice(type)}</Text>
        <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {documents.map((each) => (
            <Card as="li" key={each.id} padding={3} radius={2} border>
              <Stack gap={2}>
                <Text size={1} weight="medium">
                  <IntentLink
                    intent="edit"
                    params={{id: each.id, type: each.type}}
                    onClick={onClose}
                  >
                    {each.name}
                  </IntentLink>
                </Text>
                <Text size={1} muted>
                  {schema.get(each.type)?.title ?? each.type}
                </Text>
              </Stack>
            </Card>
          ))}
        </Stack>
        <Flex justify="flex-end">
          <Button mode="ghost" text="Close" onClick={onClose} />
        </Flex>
      </Stack>
    </Dialog>
  )
}
