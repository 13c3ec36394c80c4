import {Button, Card, Flex, Stack, Text} from '@sanity/ui'

import type {ItemText} from './describeItem.ts'
import {allMarks, noteSigns} from './itemWords.ts'
import type {WeekNotes} from './SeasonTable.tsx'

interface ItemDetailsProps {
  /** The focused item. */
  text: ItemText | undefined
  /** What to know about its week. */
  week: WeekNotes | undefined
  clashCount: number
  onOpen: () => void
}

/** Says in words what the grid says in signs: the focused date, and the legend. */
export function ItemDetails({text, week, clashCount, onOpen}: ItemDetailsProps) {
  const clashes =
    clashCount > 0 ? `${clashCount} ${clashCount === 1 ? 'date clashes' : 'dates clash'}` : 'clash'
  const notes = [
    `${noteSigns.moved} moved`,
    `${noteSigns.clash} ${clashes}`,
    `${noteSigns.holiday} holiday`,
    `${noteSigns.clocks} clocks differ`,
    'Hatched: break',
  ]
  return (
    <Card borderTop paddingX={4} paddingY={3}>
      <Stack gap={3}>
        {text && (
          // Screen readers read the same from the cell.
          <Flex gap={3} align="flex-start" data-testid="season-details">
            <Stack
              gap={2}
              flex={1}
              paddingY={2}
              style={{maxHeight: 90, overflow: 'auto'}}
              tabIndex={0}
              role="group"
              aria-label="Focused date"
            >
              <Text size={1} weight="medium">
                {text.name} · {text.status}
              </Text>
              {[...text.notes, ...(week?.clocks ?? [])].map((note) => (
                <Text key={note} size={1}>
                  {note}
                </Text>
              ))}
            </Stack>
            <Button mode="ghost" text="Open" onClick={onOpen} />
          </Flex>
        )}
        <Flex gap={3} wrap="wrap" aria-label="Legend" role="group">
          {[...allMarks.map(({sign, word}) => `${sign} ${word}`), ...notes].map((entry) => (
            <Text key={entry} size={0} muted>
              {entry}
            </Text>
          ))}
        </Flex>
      </Stack>
    </Card>
  )
}
