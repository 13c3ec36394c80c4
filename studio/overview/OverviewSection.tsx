import {Badge, Box, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {type ReactNode, type Ref, useId} from 'react'

interface OverviewSectionProps {
  title: string
  /** Number of items. Hidden if it is 0. */
  count?: number
  /** One sentence under the title. */
  note?: ReactNode
  /** What was done last. Screen readers announce it. */
  status?: ReactNode
  headingRef?: Ref<HTMLHeadingElement>
  children?: ReactNode
}

/** A part of the first screen: a landmark with its title, count and content. */
export function OverviewSection({
  title,
  count = 0,
  note,
  status,
  headingRef,
  children,
}: OverviewSectionProps) {
  const id = useId()
  return (
    <Card as="section" radius={3} border aria-labelledby={id}>
      <Stack gap={3} padding={4}>
        <Flex align="center" gap={2}>
          <Box flex={1}>
            <Heading as="h2" size={1} id={id} ref={headingRef} tabIndex={-1} style={plain}>
              {title}
            </Heading>
          </Box>
          {count > 0 && <Badge>{count}</Badge>}
        </Flex>
        {note !== undefined && (
          <Text size={1} muted>
            {note}
          </Text>
        )}
        {children}
      </Stack>
      <Box role="status" paddingX={4} paddingBottom={status ? 4 : 0}>
        {status && (
          <Text size={1} muted>
            {status}
          </Text>
        )}
      </Box>
    </Card>
  )
}

/** A list without bullets, for rows that are cards. */
export function RowList({children, label}: {children: ReactNode; label?: string}) {
  return (
    <Stack as="ul" gap={1} aria-label={label} style={listStyle}>
      {children}
    </Stack>
  )
}

// The focus goes to a title when the button that had it is gone. The title itself is no control.
const plain = {outline: 'none'} as const
// Rows are wider than the text above them by their own padding, so that texts line up.
const listStyle = {listStyle: 'none', margin: '0 -8px', padding: 0} as const
