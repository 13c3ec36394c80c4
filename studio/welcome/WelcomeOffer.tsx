import {Button, Card, Flex, Text} from '@sanity/ui'

import type {WelcomeView} from './useWelcomeMode.ts'

/** The way back to the welcome, until the editor dismisses it. */
export function WelcomeOffer({open, dismiss}: Pick<WelcomeView, 'open' | 'dismiss'>) {
  return (
    <Card as="section" aria-label="First steps" radius={3} border padding={4}>
      <Flex gap={3} align="center" wrap="wrap">
        <Text size={1} style={{flex: '1 1 240px'}}>
          The first steps: your community, what meets, calendars, and a first date on the page.
        </Text>
        <Flex gap={2}>
          <Button fontSize={1} text="Continue" onClick={open} />
          <Button mode="ghost" fontSize={1} text="Dismiss" onClick={dismiss} />
        </Flex>
      </Flex>
    </Card>
  )
}
