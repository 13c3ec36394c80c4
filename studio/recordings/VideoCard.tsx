import {linkTo} from '@touchpoints/calendar/links'
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'

import type {VideoDetails} from './lookUpVideo.ts'

interface VideoCardProps {
  /** The stored id. */
  id: string
  details: VideoDetails | 'loading' | undefined
  /** Undefined if the field is read-only. */
  onRequest: (() => void) | undefined
  /** Defined while the recording has no title. */
  onUseTitle: ((title: string) => void) | undefined
}

/**
 * Shows a YouTube video or playlist. Sends YouTube no request until the editor asks for one, so that
 * opening a document stays private.
 */
export function VideoCard({id, details, onRequest, onUseTitle}: VideoCardProps) {
  const known = details !== undefined && details !== 'loading' && details.kind === 'known'
  return (
    <Card padding={3} radius={2} border tone="transparent" data-testid="video-card">
      <Flex gap={4} wrap="wrap" align="flex-start">
        {known && details.thumbnail && (
          <img src={linkTo(details.thumbnail)} alt="" width={160} referrerPolicy="no-referrer" />
        )}
        <Stack gap={3} flex={1} style={{minWidth: 200}}>
          <div role="status">
            <Text size={1}>{statusText(id, details)}</Text>
          </div>
          {known && details.channel && (
            <Text size={1} muted>
              {details.channel}
            </Text>
          )}
          <Flex gap={2} wrap="wrap">
            {known && onUseTitle && (
              <Button mode="ghost" text="Use as title" onClick={() => onUseTitle(details.title)} />
            )}
            {!known && onRequest && (
              <Button
                mode="ghost"
                text={details === undefined ? 'Get title from YouTube' : 'Try again'}
                disabled={details === 'loading'}
                onClick={onRequest}
              />
            )}
          </Flex>
        </Stack>
      </Flex>
    </Card>
  )
}

function statusText(id: string, details: VideoCardProps['details']): string {
  if (details === undefined) return `YouTube: ${id}`
  if (details === 'loading') return 'Getting the title from YouTube…'
  return details.kind === 'known' ? details.title : details.message
}
