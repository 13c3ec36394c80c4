import {Box, Button, Card, Flex, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {calendarDate} from '@touchpoints/schemas/scalars'
import {useState} from 'react'

import {LabeledControl} from '../inputs/LabeledControl.tsx'
import {ImportReport} from './ImportReport.tsx'
import {useAgendaImport} from './useAgendaImport.ts'

/** Imports a pasted agenda or meetings page: shows a preview, then creates the documents as drafts. */
export function AgendaImportPane() {
  const [text, setText] = useState('')
  const [asOf, setAsOf] = useState(() => new Date().toISOString().slice(0, 10))
  const {state, preview, create, reset} = useAgendaImport()
  const isDate = calendarDate.safeParse(asOf).success
  const busy = state.kind === 'busy'
  return (
    <Box padding={4} overflow="auto" data-testid="agenda-pane">
      <Stack gap={5}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() !== '' && isDate) void preview(text, asOf)
          }}
        >
          <Stack gap={4}>
            <Text size={1} muted>
              Paste an agenda or a meetings page in Markdown, with its tables and lists. You see a
              preview before anything is created. Existing documents stay unchanged.
            </Text>
            <LabeledControl label="Agenda or meetings page">
              {(attributes) => (
                <TextArea
                  {...attributes}
                  rows={12}
                  value={text}
                  style={{fontFamily: 'monospace'}}
                  onChange={({currentTarget}) => {
                    setText(currentTarget.value)
                    // The preview belongs to the previous text.
                    if (state.kind !== 'idle') reset()
                  }}
                />
              )}
            </LabeledControl>
            <LabeledControl
              label="Date of the page"
              hint="Sets the year of dates without one. Sessions before this date are marked as held."
              problem={isDate ? undefined : 'Enter a date, such as 2026-03-12.'}
            >
              {(attributes) => (
                <TextInput
                  {...attributes}
                  type="date"
                  value={asOf}
                  onChange={({currentTarget}) => {
                    setAsOf(currentTarget.value)
                    if (state.kind !== 'idle') reset()
                  }}
                />
              )}
            </LabeledControl>
            <Flex>
              <Button
                type="submit"
                mode={state.kind === 'preview' ? 'ghost' : 'default'}
                text="Preview import"
                disabled={busy || text.trim() === '' || !isDate}
              />
            </Flex>
          </Stack>
        </form>
        <div role="status">
          <Text size={1} muted>
            {statusText(state)}
          </Text>
        </div>
        {state.kind === 'failed' && (
          <Card tone="critical" padding={3} radius={2} border role="alert">
            <Text size={1}>{state.message}</Text>
          </Card>
        )}
        {state.kind === 'preview' && (
          <ImportReport
            plan={state.plan}
            source={state.source}
            pasted={text}
            onCreate={() => void create(state.plan, state.source)}
          />
        )}
        {state.kind === 'created' && (
          <ImportReport
            plan={{drafts: [...state.drafts], existing: [], skipped: []}}
            source={state.source}
            pasted={text}
            created
          />
        )}
      </Stack>
    </Box>
  )
}

function statusText(state: ReturnType<typeof useAgendaImport>['state']): string | undefined {
  if (state.kind === 'busy') return state.message
  if (state.kind !== 'created') return undefined
  return `Drafts created: ${state.drafts.length}. Review and publish them in this order: people and series, sessions, recordings.`
}
