import {Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {wallClock} from '@touchpoints/calendar/time'
import type {ImportPlan as SourcePlan, Leftover} from '@touchpoints/importers/plan'
import {publishedId, scheduleOf, type StoredDocument, textOf} from '@touchpoints/schemas/reading'
import {isDocumentTypeName} from '@touchpoints/schemas/registry'
import {type ReactNode, useState} from 'react'
import {IntentLink} from 'sanity/router'

import {emptySummary, mentionedDocuments} from './importSummary.ts'
import {importedTypes} from './importedTypes.ts'
import {lostLines} from './pageTextLines.ts'
import type {ImportPlan} from './planImport.ts'

interface ImportReportProps {
  plan: ImportPlan
  source: SourcePlan
  /** What the editor has pasted. */
  pasted: string
  /** Absent after the drafts are created. */
  onCreate?: () => void
  created?: boolean
}

/** Shows the plan of an import: new, existing and skipped documents, and lines that are not imported. */
export function ImportReport({plan, source, pasted, onCreate, created = false}: ImportReportProps) {
  const {drafts, skipped} = plan
  const existing = mentionedDocuments(plan)
  const lost = lostLines(pasted, source, plan)
  return (
    <Stack gap={5}>
      <Part
        title={created ? 'Created' : `New: ${drafts.length}`}
        empty={emptySummary(plan, source, lost.length)}
      >
        {drafts.map((draft) => (
          <Row key={draft._id} document={draft} linked={created} />
        ))}
      </Part>
      {onCreate && drafts.length > 0 && (
        <Flex>
          <Button
            tone="primary"
            text={drafts.length === 1 ? 'Create 1 draft' : `Create ${drafts.length} drafts`}
            onClick={onCreate}
          />
        </Flex>
      )}
      {existing.length > 0 && (
        <Part title={`Existing, unchanged: ${existing.length}`}>
          {existing.map(({document, id, differences}) => (
            <Row key={document._id} document={{...document, _id: id}} linked>
              {differences.length > 0 &&
                `The page has other values for these fields: ${differences.join(', ')}.`}
            </Row>
          ))}
        </Part>
      )}
      {skipped.length > 0 && (
        <Part title={`Skipped: ${skipped.length}`}>
          {skipped.map((document) => (
            <Row key={document._id} document={document}>
              Not needed: only existing documents refer to it, and they stay unchanged.
            </Row>
          ))}
        </Part>
      )}
      <Leftovers
        lines={[
          ...source.leftovers,
          ...lost.map(({line, text}) => ({place: {file: '', line}, text, reason: notUnderstood})),
        ]}
      />
      {source.findings.length > 0 && (
        <Part title="Please verify">
          {source.findings.map(({place, message}) => (
            <Text as="li" size={1} key={`${place.line} ${message}`}>
              Line {place.line}: {message}
            </Text>
          ))}
        </Part>
      )}
    </Stack>
  )
}

const notUnderstood =
  'Not understood. The import reads sessions from a table in Markdown with the columns Date, Time and Topic, and people from the column Guest.'

/** Shows the lines that are not imported, with a button to copy them, so that nothing is lost. */
function Leftovers({lines}: {lines: readonly Leftover[]}) {
  const [status, setStatus] = useState<string>()
  if (lines.length === 0) {
    return (
      <Text size={1} muted>
        All lines are imported.
      </Text>
    )
  }
  const all = lines
    .map(({place, text, reason}) => `Line ${place.line}: ${text}\n  (${reason})`)
    .join('\n')
  const copy = () =>
    navigator.clipboard.writeText(all).then(
      () => setStatus('Copied.'),
      () => setStatus('The browser blocked copying. Select the lines and copy them.'),
    )
  return (
    <Stack gap={3}>
      <Part
        title={lines.length === 1 ? '1 item not imported' : `${lines.length} items not imported`}
      >
        {lines.map(({place, text, reason}) => (
          <Card as="li" key={`${place.line} ${text}`} padding={3} radius={2} border tone="caution">
            <Stack gap={3}>
              <pre style={pastedText}>{text}</pre>
              <Text size={1}>
                Line {place.line}: {reason}
              </Text>
            </Stack>
          </Card>
        ))}
      </Part>
      <Flex gap={3} align="center">
        <Button mode="ghost" text="Copy lines" onClick={() => void copy()} />
        <Text size={1} muted role="status">
          {status}
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
  /** Whether the document exists, so that its title is a link. */
  linked?: boolean
  children?: string | false
}

function Row({document, linked = false, children}: RowProps) {
  const {_id, _type} = document
  const title = textOf(document['title']) ?? textOf(document['name']) ?? _id
  const schedule = scheduleOf(document['schedule'])
  const date = schedule && wallClock(schedule.start, schedule.timeZone).date
  const detail = [isDocumentTypeName(_type) ? importedTypes[_type].label : _type, date, children]
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
