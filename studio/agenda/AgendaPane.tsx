import {Box, Button, Card, Flex, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {calendarDate} from '@touchpoints/schemas/scalars'
import {useState} from 'react'

import {LabelledControl} from '../inputs/LabelledControl.tsx'
import {AgendaReport} from './AgendaReport.tsx'
import {usePastedAgenda} from './usePastedAgenda.ts'

/** Paste an old agenda or meetings page, see what it becomes, and create that as drafts. */
export function AgendaPane() {
  const [text, setText] = useState('')
  const [asOf, setAsOf] = useState(() => new Date().toISOString().slice(0, 10))
  const {state, read, make, reset} = usePastedAgenda()
  const isDate = calendarDate.safeParse(asOf).success
  const busy = state.kind === 'busy'
  return (
    <Box padding={4} overflow="auto" data-testid="agenda-pane">
      <Stack gap={5}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() !== '' && isDate) void read(text, asOf)
          }}
        >
          <Stack gap={4}>
            <Text size={1} muted>
              An agenda or a meetings page in Markdown, with its tables and lists. Nothing is
              created before you have seen what it becomes, and nothing that is there already is
              changed.
            </Text>
            <LabelledControl label="The old agenda">
              {(attributes) => (
                <TextArea
                  {...attributes}
                  rows={12}
                  value={text}
                  style={{fontFamily: 'monospace'}}
                  onChange={({currentTarget}) => {
                    setText(currentTarget.value)
                    // What was read is of another text now.
                    if (state.kind !== 'none') reset()
                  }}
                />
              )}
            </LabelledControl>
            <LabelledControl
              label="As of"
              hint="The day the page is of: dates without a year are of its year, and what is before it was held."
              problem={isDate ? undefined : 'Choose a day.'}
            >
              {(attributes) => (
                <TextInput
                  {...attributes}
                  type="date"
                  value={asOf}
                  onChange={({currentTarget}) => {
                    setAsOf(currentTarget.value)
                    if (state.kind !== 'none') reset()
                  }}
                />
              )}
            </LabelledControl>
            <Flex>
              <Button
                type="submit"
                mode={state.kind === 'read' ? 'ghost' : 'default'}
                text="See what it becomes"
                disabled={busy || text.trim() === '' || !isDate}
              />
            </Flex>
          </Stack>
        </form>
        <div role="status">
          <Text size={1} muted>
            {toldOf(state)}
          </Text>
        </div>
        {state.kind === 'failed' && (
          <Card tone="critical" padding={3} radius={2} border role="alert">
            <Text size={1}>{state.message}</Text>
          </Card>
        )}
        {state.kind === 'read' && (
          <AgendaReport
            plan={state.plan}
            from={state.from}
            onMake={() => void make(state.plan, state.from)}
          />
        )}
        {state.kind === 'made' && (
          <AgendaReport
            plan={{drafts: [...state.drafts], known: [], unneeded: []}}
            from={state.from}
            made
          />
        )}
      </Stack>
    </Box>
  )
}

function toldOf(state: ReturnType<typeof usePastedAgenda>['state']): string | undefined {
  if (state.kind === 'busy') return state.what
  if (state.kind !== 'made') return undefined
  return `${state.drafts.length} drafts were created. Look through them and publish each: first the people and series, then the sessions, then the recordings.`
}
