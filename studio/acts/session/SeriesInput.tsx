import {Flex, Stack} from '@sanity/ui'
import {publishedId, textOf} from '@touchpoints/schemas/reading'
import type {ObjectInputProps} from 'sanity'

import {ScheduleNextButton} from './ScheduleNextButton.tsx'

/** The form of a series, with a button for its next session above it. */
export function SeriesInput(props: ObjectInputProps) {
  const id = publishedId(textOf(props.value?.['_id']) ?? '')
  // A series needs a title before it has sessions.
  const exists = id !== '' && textOf(props.value?.['title']) !== undefined
  return (
    <Stack gap={5}>
      {exists && (
        <Flex>
          <ScheduleNextButton seriesId={id} />
        </Flex>
      )}
      {props.renderDefault(props)}
    </Stack>
  )
}
