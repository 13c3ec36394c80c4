import {Card, Flex, Text} from '@sanity/ui'

import type {CadencePreview as Preview} from '../../cadence/readCadencePreview.ts'
import {NextDates} from './NextDates.tsx'

type CadencePreviewProps = {preview: Preview} & Omit<Parameters<typeof NextDates>[0], 'dates'>

/** Shows a cadence as the sentence that visitors read, with its next dates. */
export function CadencePreview({preview, ...actions}: CadencePreviewProps) {
  return (
    <Card padding={3} radius={2} border tone="transparent">
      <Flex direction="column" gap={3} aria-live="polite">
        {preview.kind === 'empty' && (
          <Text size={1} muted>
            No cadence. Meetings are on demand.
          </Text>
        )}
        {preview.kind === 'incomplete' && (
          <Text size={1} muted>
            {preview.message}
          </Text>
        )}
        {preview.kind === 'cadence' && (
          <>
            <Text size={2} weight="medium" data-testid="cadence-sentence">
              {preview.sentence}
            </Text>
            <NextDates dates={preview.dates} {...actions} />
          </>
        )}
      </Flex>
    </Card>
  )
}
