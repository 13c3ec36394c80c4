import {Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {wallClock} from '@touchpoints/calendar/time'
import type {MarkdownImport} from '@touchpoints/importers/markdown'
import {publishedId, scheduleOf, type StoredDocument, textOf} from '@touchpoints/schemas/reading'
import {isDocumentTypeName} from '@touchpoints/schemas/registry'
import {type ReactNode, useState} from 'react'
import {IntentLink} from 'sanity/router'

import {pastedTypes} from './pastedTypes.ts'
import type {AgendaPlan} from './planAgenda.ts'

interface AgendaReportProps {
  plan: AgendaPlan
  from: MarkdownImport
  /** Absent once they are created. */
  onMake?: () => void
  made?: boolean
}

/** What becomes of a pasted page: what is new, what is there, and every line that has no place. */
export function AgendaReport({plan, from, onMake, made = false}: AgendaReportProps) {
  const {drafts, known, unneeded} = plan
  return (
    <Stack gap={5}>
      <Part
        title={made ? 'Created' : `New: ${drafts.length}`}
        empty="Nothing: all of it is there already."
      >
        {drafts.map((draft) => (
          <Row key={draft._id} document={draft} linked={made} />
        ))}
      </Part>
      {onMake && drafts.length > 0 && (
        <Flex>
          <Button
            tone="primary"
            text={drafts.length === 1 ? 'Create it as a draft' : `Create ${drafts.length} drafts`}
            onClick={onMake}
          />
        </Flex>
      )}
      {known.length > 0 && (
        <Part title={`There already, and kept as they are: ${known.length}`}>
          {known.map(({document, id, otherwise}) => (
            <Row key={document._id} document={{...document, _id: id}} linked>
              {otherwise.length > 0 && `The page has it otherwise: ${otherwise.join(', ')}.`}
            </Row>
          ))}
        </Part>
      )}
      {unneeded.length > 0 && (
        <Part title={`Not needed: ${unneeded.length}`}>
          {unneeded.map((document) => (
            <Row key={document._id} document={document}>
              Only what is there already would refer to it.
            </Row>
          ))}
        </Part>
      )}
      <UnmappedItems lines={from.unmapped} />
      {from.findings.length > 0 && (
        <Part title="Read so, please check">
          {from.findings.map(({line, message}) => (
            <Text as="li" size={1} key={`${line} ${message}`}>
              Line {line}: {message}
            </Text>
          ))}
        </Part>
      )}
    </Stack>
  )
}

/** Lines without a place, to be copied whole: whatever was pasted is either in a document or here. */
function UnmappedItems({lines}: {lines: MarkdownImport['unmapped']}) {
  const [told, setTold] = useState<string>()
  if (lines.length === 0) {
    return (
      <Text size={1} muted>
        Every line has a place.
      </Text>
    )
  }
  const all = lines.map(({line, text, reason}) => `Line ${line}: ${text}\n  (${reason})`).join('\n')
  const copy = () =>
    navigator.clipboard.writeText(all).then(
      () => setTold('Copied.'),
      () => setTold('The browser did not allow it: select the text and copy it.'),
    )
  return (
    <Stack gap={3}>
      <Part title={`Without a place, yours to look after: ${lines.length}`}>
        {lines.map(({line, text, reason}) => (
          <Card as="li" key={`${line} ${text}`} padding={3} radius={2} border tone="caution">
            <Stack gap={3}>
              <pre style={pastedText}>{text}</pre>
              <Text size={1}>
                Line {line}: {reason}
              </Text>
            </Stack>
          </Card>
        ))}
      </Part>
      <Flex gap={3} align="center">
        <Button mode="ghost" text="Copy these lines" onClick={() => void copy()} />
        <Text size={1} muted role="status">
          {told}
        </Text>
      </Flex>
    </Stack>
  )
}

interface PartProps {
  title: string
  empty?: string
  children: readonly ReactNode[]
}

function Part({title, empty, children}: PartProps) {
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        {title}
      </Heading>
      {children.length === 0 ? (
        <Text size={1} muted>
          {empty}
        </Text>
      ) : (
        <Stack as="ul" gap={4} style={{listStyle: 'none', margin: 0, padding: 0}}>
          {children}
        </Stack>
      )}
    </Stack>
  )
}

interface RowProps {
  document: StoredDocument
  /** Whether there is something to open. */
  linked?: boolean
  children?: string | false
}

function Row({document, linked = false, children}: RowProps) {
  const {_id, _type} = document
  const title = textOf(document['title']) ?? textOf(document['name']) ?? _id
  const schedule = scheduleOf(document['schedule'])
  const date = schedule && wallClock(schedule.start, schedule.timeZone).date
  const detail = [isDocumentTypeName(_type) ? pastedTypes[_type].words : _type, date, children]
    .filter(Boolean)
    .join(' · ')
  return (
    <Stack as="li" gap={2}>
      <Text size={1} weight="medium">
        {linked ? (
          <IntentLink intent="edit" params={{id: publishedId(_id), type: _type}}>
            {title}
          </IntentLink>
        ) : (
          title
        )}
      </Text>
      <Text size={1} muted>
        {detail}
      </Text>
    </Stack>
  )
}

const pastedText = {
  margin: 0,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  font: '13px/1.5 monospace',
} as const
