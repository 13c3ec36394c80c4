import type {ImportPlan} from '../plan/plan.ts'
import type {ReadContext, SourceFile, SourceReader} from '../plan/sourceReader.ts'
import {askAudiences} from './audience.ts'
import {addEvent} from './calendarEvent.ts'
import {groupKey, slugField} from './groupId.ts'
import {createPlanBuilder} from './planBuilder.ts'
import {itemsOf, lineOf, otherFields, sourceText, textOf} from './sourceNode.ts'
import {tomlNode} from './tomlNode.ts'

const calendarFields: ReadonlySet<string> = new Set(['name', 'description', 'meta', 'events'])

/** Reads a calendar of the Rust project: events with recurrence rules in TOML. */
export const calendarTomlReader: SourceReader = {
  name: 'a calendar in TOML',
  accepts: ({path, text}) => /\.toml$/i.test(path) && /^\s*\[\[events\]\]/m.test(text),
  read,
}

function read(file: SourceFile, context: ReadContext): ImportPlan {
  const out = createPlanBuilder(file)
  const calendar = tomlNode(file.text)
  const name = textOf(calendar.fields.get('name')) ?? fileName(file.path)
  const id = out.add(
    'workingGroup',
    `workingGroup-${groupKey(name)}`,
    {title: lineOf(name), slug: slugField(groupKey(name)), phase: 'active'},
    calendar.fields.get('name')?.line ?? 1,
  )
  for (const event of itemsOf(calendar, 'events')) addEvent(event, {id, name}, {out, context})
  const about = calendar.fields.get('description')
  if (about && textOf(about)) {
    out.leftover(about.line, sourceText(about), 'It describes the calendar, which becomes series.')
  }
  for (const include of itemsOf(calendar.fields.get('meta'), 'includes')) {
    const reason =
      'Files that a calendar includes are read on their own, if the import contains them.'
    out.leftover(include.line, `includes: ${sourceText(include)}`, reason)
  }
  for (const {name: field, node} of otherFields(calendar, calendarFields)) {
    out.leftover(node.line, `${field}: ${sourceText(node)}`, 'Groups have no field for this.')
  }
  askAudiences(out)
  return out.plan()
}

function fileName(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.toml$/i, '')
}
