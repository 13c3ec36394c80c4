import {Box, Text} from '@sanity/ui'
import {textOf} from '@touchpoints/schemas/reading'
import type {StructureBuilder} from 'sanity/structure'

/** Returns a pane that explains why a list is empty. The Studio would show a blank pane. */
export function emptyPane(S: StructureBuilder, title: string, text: string) {
  return S.component().title(title).component(EmptyNote).options({text})
}

function EmptyNote({options}: {options?: {text?: unknown}}) {
  return (
    <Box padding={4}>
      <Text size={1} muted>
        {textOf(options?.text)}
      </Text>
    </Box>
  )
}
