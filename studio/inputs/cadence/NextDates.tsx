import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'

import type {DateChange} from '../../cadence/exceptions.ts'
import type {PreviewDate} from '../../cadence/readCadencePreview.ts'
import {DateChangeForm} from './DateChangeForm.tsx'

interface NextDatesProps {
  dates: readonly PreviewDate[]
  readOnly?: boolean | undefined
  onChange: (date: PreviewDate, change: DateChange) => void
  onRestore: (date: PreviewDate) => void
}

/** The next dates of a cadence. Each can be skipped or moved, with a reason that visitors see. */
export function NextDates({dates, readOnly, onChange, onRestore}: NextDatesProps) {
  const [opened, setOpened] = useState<{instant: string; kind: DateChange['kind']}>()
  if (dates.length === 0) {
    return (
      <Text size={1} muted>
        No upcoming dates.
      </Text>
    )
  }
  return (
    <Stack gap={2}>
      <Text size={1} muted>
        Next {dates.length === 1 ? 'date' : 'dates'}:
      </Text>
      <Stack as="ol" gap={2} style={{margin: 0, padding: 0, listStyle: 'none'}}>
        {dates.map((date) => {
          const {instant, text, change} = date
          const skipped = change?.kind === 'skipped'
          const open = opened?.instant === instant ? opened.kind : undefined
          return (
            <Stack as="li" gap={2} key={`${instant} ${date.given.date} ${date.given.time}`}>
              <Flex gap={2} align="center" wrap="wrap">
                <Text size={1} style={skipped ? {textDecoration: 'line-through'} : undefined}>
                  {text}
                </Text>
                {change && (
                  <Text size={1} muted>
                    {change.text}
                  </Text>
                )}
                {!readOnly && change && (
                  <SmallButton
                    text="Restore"
                    label={`Restore ${text}`}
                    onClick={() => onRestore(date)}
                  />
                )}
                {!readOnly && !change && (
                  <>
                    <SmallButton
                      text="Skip…"
                      label={`Skip ${text}`}
                      onClick={() => setOpened({instant, kind: 'skipped'})}
                    />
                    <SmallButton
                      text="Move…"
                      label={`Move ${text}`}
                      onClick={() => setOpened({instant, kind: 'moved'})}
                    />
                  </>
                )}
              </Flex>
              {open && (
                <DateChangeForm
                  kind={open}
                  date={date}
                  onCancel={() => setOpened(undefined)}
                  onSubmit={(next) => {
                    setOpened(undefined)
                    onChange(date, next)
                  }}
                />
              )}
            </Stack>
          )
        })}
      </Stack>
    </Stack>
  )
}

function SmallButton({text, label, onClick}: {text: string; label: string; onClick: () => void}) {
  return (
    <Button
      mode="bleed"
      padding={1}
      fontSize={1}
      text={text}
      aria-label={label}
      onClick={onClick}
    />
  )
}
