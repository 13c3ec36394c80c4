import {Button, Flex, Stack, Text} from '@sanity/ui'
import {type Fields, itemsOf, textOf} from '@touchpoints/schemas/reading'
import {statusLine, wordsIn} from '@touchpoints/words'
import type {Path} from 'sanity'

const words = wordsIn('en')

interface ExceptionListProps {
  /** The stored exceptions. */
  value: unknown
  readOnly?: boolean | undefined
  problemOf: (at: Path[number]) => string | undefined
  onRemove: (at: Path[number]) => void
}

/** All skipped and moved dates of a cadence, also those that are not among the next ones. */
export function ExceptionList({value, readOnly, problemOf, onRemove}: ExceptionListProps) {
  const items = itemsOf(value)
  if (items.length === 0) return null
  return (
    <Stack gap={3} role="group" aria-label="Canceled and moved dates">
      <Text size={1} weight="medium">
        Canceled and moved dates
      </Text>
      <Stack as="ul" gap={2} style={{margin: 0, padding: 0, listStyle: 'none'}}>
        {items.map(({item, at}) => {
          const text = exceptionText(item)
          const problem = problemOf(at)
          return (
            <Flex
              as="li"
              key={typeof at === 'object' ? at._key : at}
              gap={2}
              align="center"
              wrap="wrap"
            >
              <Text size={1}>{text}</Text>
              {problem && (
                <Text size={1} role="alert" style={{color: 'var(--card-badge-critical-fg-color)'}}>
                  {problem}
                </Text>
              )}
              <Button
                mode="bleed"
                padding={1}
                fontSize={1}
                text="Remove"
                aria-label={`Remove ${text}`}
                disabled={readOnly === true}
                onClick={() => onRemove(at)}
              />
            </Flex>
          )
        })}
      </Stack>
    </Stack>
  )
}

/** @example exceptionText({kind: 'skipped', date: '2026-12-25', reason: 'Holidays'}) // 'Canceled: 2026-12-25 (Holidays)' */
export function exceptionText({kind, date, time, toDate, toTime, reason}: Fields): string {
  const from = [date, time].flatMap((each) => textOf(each) ?? []).join(' ') || 'No date'
  const to = [toDate, toTime].flatMap((each) => textOf(each) ?? []).join(' ') || 'no date'
  const what =
    kind === 'moved'
      ? words.say('cadence.moved', {date: from, toDate: to})
      : statusLine(words, 'skipped', from)
  const why = textOf(reason)
  return why === undefined ? what : words.say('cadence.reason', {text: what, reason: why})
}
