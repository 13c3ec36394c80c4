import {defaultPagePath} from '@touchpoints/schemas/defaults'
import {sitePath} from '@touchpoints/schemas/scalars'

import {checkWeekdays} from './checkWeekdays.ts'
import {clockTimes} from './clockTimes.ts'
import {addGroup, groupName} from './groups.ts'
import {keepTheRest} from './keepTheRest.ts'
import {type PageKind, pageTitle} from './pageKind.ts'
import {plain} from './plain.ts'
import type {Block, Page, Section} from './readPage.ts'
import {readCalendar} from './readers/calendar.ts'
import {readGroupFacts} from './readers/groupFacts.ts'
import {readGroupLists} from './readers/groupLists.ts'
import {readChapters, readGroupMeetings} from './readers/groupMeetings.ts'
import {readGroupTables} from './readers/groupTables.ts'
import {factsOfBlock, readNextTouchpoint} from './readers/nextTouchpoint.ts'
import {readHeadedRhythms} from './readers/headedRhythms.ts'
import {readNoteLists} from './readers/noteLists.ts'
import {readOnDemand} from './readers/onDemand.ts'
import {readOwnRhythm} from './readers/ownRhythm.ts'
import {type RemainingSection, readProse} from './readers/prose.ts'
import type {Context, Reader} from './readers/reader.ts'
import {readRecordings} from './readers/recordings.ts'
import {readRoleLists} from './readers/roleLists.ts'
import {readSessionTables} from './readers/sessionTables.ts'
import {readSlots} from './readers/slots.ts'
import {readTalkLists} from './readers/talkLists.ts'
import {readWorkingGroup} from './readers/workingGroup.ts'
import {readWorkingGroupCard} from './readers/workingGroupCard.ts'
import {hasRhythm} from './rhythm.ts'
import {readSessionPage} from './sessionPage.ts'

/**
 * The readers in their order, over all sections each. The calendar comes first, because groups refer to it. Lists of
 * groups come before what is said of a group by its name.
 */
const passes: readonly (readonly Reader[])[] = [
  [readCalendar],
  [readWorkingGroup, readWorkingGroupCard, readGroupLists],
  [readNextTouchpoint, readRecordings, readSessionTables, readTalkLists],
  [readRoleLists, readGroupTables, readGroupFacts, readNoteLists],
  [readOwnRhythm, readGroupMeetings, readChapters, readSlots, readHeadedRhythms, readOnDemand],
]

/** Reads a page into documents, findings and leftovers. */
export function readDocument(page: Page, path: string, kind: PageKind, context: Context): void {
  const title = pageTitle(page)
  const ofSession = kind === 'other' ? readSessionPage(page, path, context) : undefined
  const group = kind === 'group' ? pageGroup(page, title, context) : undefined
  const own: Context = {
    ...context,
    ...(group && {group}),
    ...chapterDepth(page.sections),
  }
  const described = page.sections.map((section) =>
    group?.opening
      ? {...section, blocks: section.blocks.filter((each) => each !== group.opening)}
      : section,
  )
  const sections = ofSession ?? described
  const rest = passes.reduce(
    (left, readers) => left.map((section) => applyReaders(section, readers, own)),
    sections,
  )
  const remaining = rest.map((section, index): RemainingSection => {
    const before = page.sections[index] ?? section
    const named = isNameOf(section.title, own) || before.blocks.length > section.blocks.length
    return {section: before, blocks: section.blocks, named}
  })
  if (kind === 'meetings') addMeetingsPage(page, title, remaining, own)
  finishGroups(own)
  checkWeekdays(own)
  context.audiences.report()
  reportLength(own)
  keepTheRest(page, kind === 'meetings' ? [] : remaining, own)
}

/** Returns a section without the blocks that the readers accepted. */
function applyReaders(section: Section, readers: readonly Reader[], context: Context): Section {
  const remainingBlocks = (blocks: Block[], read: Reader) => read({...section, blocks}, context)
  return {...section, blocks: readers.reduce(remainingBlocks, section.blocks)}
}

function pageGroup(page: Page, title: string, {out}: Context) {
  const {name, kind} = groupName(title)
  const first = page.sections.find(({depth}) => depth === 1) ?? page.sections[0]
  const line = first?.line ?? 1
  const [opening] = first?.blocks ?? []
  const fact = opening?.type === 'paragraph' ? factsOfBlock(opening)[0] : undefined
  // A sentence with a rhythm and an hour is about the meetings.
  const isMeeting = fact && hasRhythm(fact.text) && clockTimes(fact.text).length > 0
  const description =
    fact && fact.links.length === 0 && fact.text.length > 40 && !isMeeting ? fact.text : undefined
  out.understood(title)
  const group = addGroup(name, {kind, description}, line, out)
  return {...group, ...(description !== undefined && opening && {opening})}
}

function chapterDepth(sections: readonly Section[]): {chapterDepth?: number} {
  const chapter = sections.find(({blocks}) =>
    blocks.some((block) => factsOfBlock(block).some(({text}) => /^\W*a?synchronous\b/i.test(text))),
  )
  return chapter ? {chapterDepth: chapter.depth} : {}
}

function isNameOf(title: string, {out}: Context): boolean {
  const name = plain(title)
  const documents = [...out.ofType('workingGroup'), ...out.ofType('series')]
  return name !== '' && documents.some((each) => each['title'] === name)
}

function addMeetingsPage(
  page: Page,
  written: string,
  remaining: readonly RemainingSection[],
  {out}: Context,
): void {
  const {title: _, url, permalink, ...front} = page.frontMatter
  const {sections, introduction} = readProse(remaining, out)
  const [path] = [url, permalink].flatMap((each) => sitePath.safeParse(each).data ?? [])
  out.add(
    'meetingsPage',
    '',
    {
      title: written === '' ? 'Meetings' : written,
      path: path ?? defaultPagePath,
      introduction,
      sections,
    },
    1,
  )
  const others = path === undefined ? {...front, url, permalink} : front
  for (const [name, value] of Object.entries(others)) {
    if (value === undefined) continue
    const text = `${name}: ${JSON.stringify(value)}`
    out.leftover(
      page.frontLine(name),
      text,
      'The meetings page has no field for this front matter.',
    )
  }
}

/** A group is active when the page names no phase. */
function finishGroups({out}: Context): void {
  for (const group of out.ofType('workingGroup')) {
    if (group['phase'] !== undefined) continue
    out.add('workingGroup', group._id.replace('workingGroup-', ''), {phase: 'active'}, 1)
  }
}

function reportLength({usualLength, out}: Context): void {
  const [document] = usualLength
  if (document === undefined) return
  const [line] = out
    .result()
    .documents.flatMap((each) =>
      each.document._id === document ? (each.places[0]?.line ?? 1) : [],
    )
  const count = usualLength.size === 1 ? '1 session' : `${usualLength.size} sessions`
  out.verify(line ?? 1, {
    code: 'uncertain',
    message: `The page gives no length for ${count}. 60 minutes were used.`,
  })
}
