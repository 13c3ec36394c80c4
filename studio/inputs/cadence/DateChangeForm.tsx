import {Button, Card, Flex, Grid, Stack, TextInput} from '@sanity/ui'
import {useState} from 'react'

import type {DateChange} from '../../cadence/exceptions.ts'
import type {PreviewDate} from '../../cadence/readCadencePreview.ts'
import {LabeledControl} from '../LabeledControl.tsx'
import {TimeInput} from '../TimeInput.tsx'

interface DateChangeFormProps {
  kind: DateChange['kind']
  date: PreviewDate
  onSubmit: (change: DateChange) => void
  onCancel: () => void
}

/**
 * Asks for the reason to skip a date, or for its new date and time.
 *
 * It is not a form element, because it is inside the form of the document.
 */
export function DateChangeForm({
  kind,
  date: {given, text},
  onSubmit,
  onCancel,
}: DateChangeFormProps) {
  const [toDate, setToDate] = useState(given.date)
  const [toTime, setToTime] = useState(given.time)
  const [reason, setReason] = useState('')
  const moved = kind === 'moved'
  const problem = moved ? problemOf(toDate, toTime, given) : undefined
  const submit = () => {
    if (problem === undefined)
      onSubmit(moved ? {kind, toDate, toTime, reason} : {kind: 'skipped', reason})
  }
  return (
    <Card
      padding={3}
      radius={2}
      border
      role="group"
      aria-label={`${moved ? 'Move' : 'Skip'} ${text}`}
    >
      <Stack gap={3}>
        {moved && (
          <Grid gridTemplateColumns={[1, 2]} gap={3}>
            <LabeledControl label="New date" problem={problem}>
              {(attributes) => (
                <TextInput
                  {...attributes}
                  autoFocus
                  type="date"
                  value={toDate}
                  onChange={({currentTarget}) => setToDate(currentTarget.value)}
                />
              )}
            </LabeledControl>
            <LabeledControl label="New time" hint={given.timeZone}>
              {(attributes) => <TimeInput {...attributes} value={toTime} onChange={setToTime} />}
            </LabeledControl>
          </Grid>
        )}
        <LabeledControl label="Reason" hint="Visitors see it. You can leave it empty.">
          {(attributes) => (
            <TextInput
              {...attributes}
              autoFocus={!moved}
              maxLength={200}
              placeholder="Public holiday"
              value={reason}
              onChange={({currentTarget}) => setReason(currentTarget.value)}
              onKeyDown={({key}) => key === 'Enter' && submit()}
            />
          )}
        </LabeledControl>
        <Flex gap={2}>
          <Button
            type="button"
            tone="primary"
            text={moved ? 'Move date' : 'Skip date'}
            disabled={problem !== undefined}
            onClick={submit}
          />
          <Button type="button" mode="ghost" text="Cancel" onClick={onCancel} />
        </Flex>
      </Stack>
    </Card>
  )
}

function problemOf(
  toDate: string,
  toTime: string,
  {date, time}: PreviewDate['given'],
): string | undefined {
  // A date input reports each key. While 2026 is typed, its values are 0002, 0020 and 0202.
  if (toDate < '1000') return 'Enter the new date.'
  if (!/^\d\d:\d\d$/.test(toTime)) return 'Enter the new time, such as 17:30.'
  return toDate === date && toTime === time ? 'Choose another date or time.' : undefined
}
