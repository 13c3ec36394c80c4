import type {ImportPlan} from '../plan/plan.ts'
import type {ReadContext, SourceFile, SourceReader} from '../plan/sourceReader.ts'
import {createAudiences} from './audience.ts'
import {createCollector} from './collector.ts'
import {readDocument} from './readDocument.ts'
import {type Block, type Page, readPage, type Section} from './readPage.ts'
import type {Context} from './readers/reader.ts'
import {factsOfBlock} from './readers/nextTouchpoint.ts'
import {linksIn} from './linksIn.ts'
import {pageKind} from './pageKind.ts'
import {plain} from './plain.ts'
import {ownSeriesOf} from './sessions/ownSeries.ts'

/**
 * Reads Markdown: meetings pages, session pages, READMEs of groups, and lists of groups and of talks, with the front
 * matter and the shortcodes of Hugo and Jekyll.
 *
 * It reads each part of a page by its shape. What no document has a field for is a leftover. It guesses no zone, no
 * audience and no date. It fetches nothing and reads no clock.
 *
 * @example
 * const plan = planImport([{path: 'meetings.md', text}], {readers: [markdownReader], asOf: '2026-03-01'})
 */
export const markdownReader: SourceReader = {
  name: 'a Markdown page',
  accepts: ({path}) => /\.(?:md|mdx|markdown|mkd)(?:[?#].*)?$/i.test(path),
  read: (file, context) => readMarkdown(file, context),
}

function readMarkdown({path, text, base}: SourceFile, {asOf, homeZone}: ReadContext): ImportPlan {
  const page = readPage(text)
  const out = createCollector(page.text, path, base)
  const zone = zoneOfCalendar(page.sections)
  const kind = pageKind(page, path)
  const own = kind === 'group' ? undefined : ownSeriesOf(page)
  const context: Context = {
    out,
    audiences: createAudiences(out),
    asOf,
    year: asOf.slice(0, 4),
    about: aboutIn(page),
    bodies: bodiesIn(page),
    isMeetingsPage: kind === 'meetings',
    usualLength: new Set(),
    ...(zone !== undefined && {zone}),
    ...(own && {own}),
    ...(homeZone !== undefined && {home: homeZone}),
  }
  readDocument(page, path, kind, context)
  return out.result()
}

/** Returns the zone in the page's own calendar link (`ctz`). */
function zoneOfCalendar(sections: readonly Section[]): string | undefined {
  return (
    sections
      .flatMap(({blocks}) => blocks)
      .flatMap((block) => (block.type === 'shortcode' ? [] : linksIn(block)))
      .map(({url}) => (URL.canParse(url) ? new URL(url).searchParams.get('ctz') : null))
      .find((zone) => zone !== null) ?? undefined
  )
}

/** Returns the texts of a section, then those of the sections around it, the nearest first. */
function aboutIn({sections}: Page): Context['about'] {
  const textsOf = ({title, blocks}: Section) => [
    title,
    ...blocks.flatMap((block) => (block.type === 'table' ? [] : statementsIn(block))),
  ]
  const known = new Map<string, readonly string[]>()
  // Each session of a section asks for its texts: without the map, 1,000 items took 28 s.
  return (section) => {
    const key = `${section.line} ${section.title}`
    const texts = known.get(key) ?? around(section).flatMap(textsOf)
    known.set(key, texts)
    return texts
  }

  function around(section: Section): Section[] {
    const index = sections.findIndex(
      ({line, title}) => line === section.line && title === section.title,
    )
    const found = [section]
    let depth = section.depth
    for (const each of sections.slice(0, index).toReversed()) {
      if (each.depth >= depth) continue
      found.push(each)
      depth = each.depth
    }
    return found
  }
}

const meetingTime =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\d[:.]\d{2}\b|\d\s*[ap]\.?m\b/i

/** A sentence with a day or an hour is about its own meeting, and not about those beside it. */
function statementsIn(block: Block): string[] {
  return factsOfBlock(block).flatMap(({text}) => (meetingTime.test(text) ? [] : text))
}

/** Returns the elected bodies that a page names, such as "Steering Committee". */
function bodiesIn({sections}: Page): string[] {
  const text = sections
    .flatMap(({title, blocks}) => [
      title,
      ...blocks.flatMap((block) => factsOfBlock(block).map((fact) => fact.text)),
    ])
    .join('\n')
  const names = text.match(/\b(?:\p{Lu}[\p{L}-]+ ){1,2}(?:Committee|Council|Board)\b/gu) ?? []
  return [...new Set(names.map((name) => plain(name.replace(/^(?:The|By|Our|Each|A) /, ''))))]
}
