import {Button, Card, Flex, Stack, Text} from '@sanity/ui'

import type {UpdateResult} from './updateTogether.ts'

export interface OutcomeProps {
  /** What was done, such as "3 sessions marked as held and published." */
  text: string
  failures: UpdateResult['failures']
  /** Present if it can be undone. */
  undo?: (() => void) | undefined
}

/** What an act has done, what it could not do, and the button that undoes it. */
export function BulkOutcome({text, failures, undo}: OutcomeProps) {
  return (
    <Stack gap={3}>
      <Flex gap={3} align="center">
        <Text size={1}>{text}</Text>
        {undo && <Button mode="ghost" fontSize={1} padding={2} text="Undo" onClick={undo} />}
      </Flex>
      {failures.length > 0 && (
        <Card tone="critical" padding={3} radius={2} border>
          <Stack gap={3}>
            <Text size={1} weight="medium">
              Not done: {failures.length}. They are still selected.
            </Text>
            <Stack as="ul" gap={3} style={{margin: 0, paddingLeft: 16}}>
              {failures.map(({id, title, message}) => (
                <Text as="li" key={id} size={1} style={{whiteSpace: 'pre-line'}}>
                  {title}: {message}
                </Text>
              ))}
            </Stack>
          </Stack>
        </Card>
      )}
    </Stack>
  )
}
