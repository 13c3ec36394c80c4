import {Card, Text} from '@sanity/ui'

/** What keeps a step from being saved or published. Screen readers announce it. */
export function ProblemCard({message}: {message: string | undefined}) {
  if (message === undefined) return null
  return (
    <Card tone="critical" padding={3} radius={2} border role="alert">
      <Text size={1} style={{whiteSpace: 'pre-line'}}>
        {message}
      </Text>
    </Card>
  )
}
