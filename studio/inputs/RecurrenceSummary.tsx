import {Stack, Text} from '@sanity/ui'
import {useState} from 'react'

import {readCadence} from '../schedule/readCadence.ts'

/** Shows a recurrence as the sentence that visitors see, with its next dates. */
export function RecurrenceSummary({value}: {value: unknown}) {
  // Read the clock once, because the form renders at each key.
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
          No upcoming dates.
        </Text>
      ) : (
        <Stack gap={2}>
          <Text size={1} muted>
            Next {dates.length === 1 ? 'date' : `${dates.length} dates`}:
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
