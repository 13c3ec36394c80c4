import {slugOf} from '../plan/documentId.ts'
import type {ReadContext} from '../plan/sourceReader.ts'
import {cleanAddress} from './cleanAddress.ts'
import {reference, slugField} from './groupId.ts'
import type {PlanBuilder} from './planBuilder.ts'
import {readRhythm, type WrittenRhythm} from './readRhythm.ts'
import {lineOf, otherFields, type SourceNode, sourceText, textOf} from './sourceNode.ts'

const meetingFields: ReadonlySet<string> = new Set(
  'description day time tz frequency url archive_url recordings_url'.split(' '),
)

/** Adds a meeting of a group as a series, and its recordings as a link of the group. */
export function addMeeting(
  node: SourceNode,
  group: {id: string; name: string},
  {out, context}: {out: PlanBuilder; context: ReadContext},
): void {
  const title = textOf(node.fields.get('description')) ?? `${group.name} meeting`
  const key = uniqueKey(
    `${group.id.replace(/^workingGroup-/, '')}-${slugOf(title)}`.slice(0, 90),
    out,
  )
  const today = out.file.changedOn ?? context.asOf
  const rhythm = readRhythm(writtenRhythm(node), {today, homeZone: context.homeZone})
  const join = cleanAddress(node.fields.get('url'), out)
  const notes = cleanAddress(node.fields.get('archive_url'), out)
  const id = out.add(
    'series',
    `series-${key}`,
    {
      title: lineOf(title),
      slug: slugField(key),
      group: reference(group.id),
      meets: 'standing',
      lifecycle: 'active',
      ...rhythm.fields,
      defaultLinks:
        join === undefined && notes === undefined
          ? undefined
          : {_type: 'meetingLinks', ...(join && {join}), ...(notes && {notes})},
    },
    node.line,
  )
  for (const finding of rhythm.findings) {
    out.finding({...finding, line: node.fields.get('frequency')?.line ?? node.line, document: id})
  }
  const url = cleanAddress(node.fields.get('recordings_url'), out)
  if (url !== undefined) {
    out.append(group.id, 'links', {
      _type: 'typedLink',
      _key: `recordings-${slugOf(title)}`,
      kind: 'recordings',
      title: lineOf(title),
      url,
    })
  }
  for (const {name, node: other} of otherFields(node, meetingFields)) {
    out.leftover(
      other.line,
      `${title}: ${name}: ${sourceText(other)}`,
      'Series have no field for this.',
    )
  }
}

function uniqueKey(key: string, out: PlanBuilder): string {
  let number = 1
  const numbered = () => (number === 1 ? key : `${key}-${number}`)
  while (out.has(`series-${numbered()}`)) number += 1
  return numbered()
}

/** Puts the parts into words. Some lists name the day twice, some name it only in the frequency. */
function writtenRhythm(node: SourceNode): WrittenRhythm {
  const [day, time, zone, frequency] = ['day', 'time', 'tz', 'frequency'].map((field) =>
    textOf(node.fields.get(field)),
  )
  const words = tidy(frequency ?? '')
  const at = [time, zone].filter(Boolean).join(' ')
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(', ')
  const namesDay = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b/i.test(
    words,
  )
  const phrasings = [
    ...(namesDay ? [join(words, at)] : []),
    join(words, day, at),
    join(day, at, words),
  ]
  return {phrasings, written: join(frequency, day, at), zone}
}

/** Takes links and dashes out of words such as "monthly - Wednesday, after the fourth Tuesday". */
function tidy(frequency: string): string {
  return frequency
    .replaceAll(/\(\s*\[[^\]]*\]\([^)]*\)\s*\)/g, ' ')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^(\w+)\s+[-–—]\s+/g, '$1 ')
    .replaceAll(/,\s*(?=after the\b)/gi, ' ')
    .replaceAll(/\bof month\b/gi, 'of the month')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
