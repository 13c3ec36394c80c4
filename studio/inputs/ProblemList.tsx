import {Card, Stack, Text} from '@sanity/ui'

import type {Marker} from './markersOf.ts'

/** Validation messages that belong to no single control. */
export function ProblemList({problems}: {problems: readonly Pick<Marker, 'level' | 'message'>[]}) {
  if (problems.length === 0) return null
  return (
    <Stack gap={2} as="ul" style={{listStyle: 'none', padding: 0, margin: 0}} aria-live="polite">
      {problems.map(({level, message}) => (
        <Card
          key={message}
          as="li"
          padding={3}
          radius={2}
          border
          tone={level === 'error' ? 'critical' : 'caution'}
        >
          <Text size={1}>{message}</Text>
        </Card>
      ))}
    </Stack>
  )
}
