import {Stack, Text} from '@sanity/ui'
import {useState} from 'react'

import {readCadence} from '../schedule/readCadence.ts'

/** A recurrence read back: the sentence visitors see, and the dates it makes. */
export function RecurrenceSummary({value}: {value: unknown}) {
  // The form is redrawn at every key: the present is taken once, when it opens.
  const [now] = useState(() => new Date())
  const cadence = readCadence(value, now)
  if (cadence.kind === 'incomplete') {
    return (
      <Text size={1} muted>
        {cadence.message}
      </Text>
    )
  }
  const {sentence, dates} = cadence
  return (
    <>
      <Text size={2} weight="medium" data-testid="recurrence-sentence">
        {sentence}
      </Text>
      {dates.length === 0 ? (
        <Text size={1} muted>
          No date is ahead any more.
        </Text>
      ) : (
        <Stack gap={2}>
          <Text size={1} muted>
            The next {dates.length === 1 ? 'date' : `${dates.length} dates`}:
          </Text>
          <Stack as="ol" gap={2} style={{margin: 0, paddingLeft: 20}}>
            {dates.map(({instant, text}) => (
              <Text as="li" size={1} key={instant}>
                {text}
              </Text>
            ))}
          </Stack>
        </Stack>
      )}
    </>
  )
}
