import {Stack, Text} from '@sanity/ui'

import type {FieldMessage} from './fieldMessages.ts'

interface FieldMessagesProps {
  id: string
  messages: readonly FieldMessage[]
}

/** The messages of a field as text beside it. Screen readers read them with the input, and when they change. */
export function FieldMessages({id, messages}: FieldMessagesProps) {
  return (
    <div id={id} aria-live="polite" data-testid="field-messages">
      {messages.length > 0 && (
        <Stack gap={2} paddingTop={2}>
          {messages.map(({level, text}) => (
            <Text
              key={text}
              size={1}
              muted={level === 'needed' || level === 'info'}
              style={colors[level]}
              data-level={level}
            >
              {text}
            </Text>
          ))}
        </Stack>
      )}
    </div>
  )
}

const colors = {
  needed: undefined,
  error: {color: 'var(--card-badge-critical-fg-color)'},
  warning: {color: 'var(--card-badge-caution-fg-color)'},
  info: undefined,
} as const satisfies Record<FieldMessage['level'], object | undefined>
