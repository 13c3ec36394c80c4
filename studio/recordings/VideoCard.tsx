import {Button, Card, Flex, Stack, Text} from '@sanity/ui'

import type {VideoFacts} from './lookUpVideo.ts'

interface VideoCardProps {
  /** The id that is stored. */
  id: string
  facts: VideoFacts | 'asking' | undefined
  /** Absent where it cannot be edited. */
  onAsk: (() => void) | undefined
  /** Present while the recording has no title. */
  onTakeTitle: ((title: string) => void) | undefined
}

/**
 * What is behind a YouTube id. Nothing is asked of YouTube before the editor says so: that a document
 * was opened is nobody's business.
 */
export function VideoCard({id, facts, onAsk, onTakeTitle}: VideoCardProps) {
  const known = facts !== undefined && facts !== 'asking' && facts.kind === 'known'
  return (
    <Card padding={3} radius={2} border tone="transparent" data-testid="video-card">
      <Flex gap={4} wrap="wrap" align="flex-start">
        {known && facts.thumbnail && (
          <img src={facts.thumbnail} alt="" width={160} referrerPolicy="no-referrer" />
        )}
        <Stack gap={3} flex={1} style={{minWidth: 200}}>
          <div role="status">
            <Text size={1}>{toldOf(id, facts)}</Text>
          </div>
          {known && facts.channel && (
            <Text size={1} muted>
              {facts.channel}
            </Text>
          )}
          <Flex gap={2} wrap="wrap">
            {known && onTakeTitle && (
              <Button
                mode="ghost"
                text="Use it as the title"
                onClick={() => onTakeTitle(facts.title)}
              />
            )}
            {!known && onAsk && (
              <Button
                mode="ghost"
                text={facts === undefined ? 'Ask YouTube for its title' : 'Ask again'}
                disabled={facts === 'asking'}
                onClick={onAsk}
              />
            )}
          </Flex>
        </Stack>
      </Flex>
    </Card>
  )
}

function toldOf(id: string, facts: VideoCardProps['facts']): string {
  if (facts === undefined) return `On YouTube: ${id}`
  if (facts === 'asking') return 'Asking YouTube for its title…'
  return facts.kind === 'known' ? facts.title : facts.message
}
