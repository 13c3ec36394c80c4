import {Card, Text} from '@sanity/ui'

import {useCommunity} from '../community/CommunityContext.ts'

/** Says why the form of a next session has no date. */
export function UndatedNote() {
  const {series} = useCommunity()
  return (
    <Card padding={3} radius={2} border marginBottom={4} tone="transparent" data-testid="undated">
      <Text size={1}>The {series.singular} has no open date to fill in. Enter the date below.</Text>
    </Card>
  )
}
