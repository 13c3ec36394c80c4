import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {Badge, Box, Button, Flex, Text} from '@sanity/ui'
import {useState} from 'react'
import {useWorkspace} from 'sanity'

import {type AttentionItem, attentionTotal} from '../attention/attentionItems.ts'
import {type BulkList, bulkLists} from '../bulk/bulkActs.ts'
import {BulkDialog} from '../bulk/BulkDialog.tsx'
import {attentionId} from '../structure/attentionPane.ts'
import {OverviewSection, RowList} from './OverviewSection.tsx'
import {PlaceLink} from '../links/DocumentLink.tsx'

/** What waits, by list, with the total. Each list opens; sessions of some are handled together. */
export function WaitingSection({items}: {items: readonly AttentionItem[]}) {
  const [bulk, setBulk] = useState<BulkList>()
  const {basePath} = useWorkspace()
  const total = attentionTotal(items)
  const waiting = items.filter(({count}) => count > 0)
  return (
    <OverviewSection
      title="Needs attention"
      count={total}
      note={total === 0 ? 'Nothing waits. All lists are empty.' : undefined}
    >
      <RowList>
        {waiting.map(({id, title, count}) => {
          const list = bulkLists.find((each) => each.id === id)
          return (
            <Flex as="li" key={id} align="center" gap={1} paddingRight={2}>
              <Box flex={1}>
                <PlaceLink place={`${basePath.replace(/\/$/, '')}/meetings/${attentionId};${id}`}>
                  <Flex gap={3} align="center">
                    <Flex flex="none" justify="flex-end" style={{width: 28}}>
                      <Badge tone="caution">{count}</Badge>
                    </Flex>
                    <Text size={1}>{title}</Text>
                  </Flex>
                </PlaceLink>
              </Box>
              {list && count > 1 && (
                <Button
                  mode="ghost"
                  fontSize={1}
                  padding={2}
                  text="Handle together…"
                  aria-label={`Handle together: ${title}`}
                  onClick={() => setBulk(list)}
                />
              )}
            </Flex>
          )
        })}
      </RowList>
      {waiting.length < items.length && total > 0 && (
        <Flex gap={2} align="center">
          <Text size={1} muted>
            <CheckmarkCircleIcon />
          </Text>
          <Text size={1} muted>
            Empty:{' '}
            {items
              .filter(({count}) => count === 0)
              .map(({title}) => title.toLowerCase())
              .join(', ')}
            .
          </Text>
        </Flex>
      )}
      {bulk && <BulkDialog list={bulk} onClose={() => setBulk(undefined)} />}
    </OverviewSection>
  )
}
