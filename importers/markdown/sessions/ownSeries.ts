import {clockTimes} from '../clockTimes.ts'
import {type Fact, factOf} from '../fact.ts'
import {pageTitle} from '../pageKind.ts'
import type {Block, Page} from '../readPage.ts'
import {hasRhythm, rhythmIn} from '../rhythm.ts'

/** The series of sessions that no heading names: that of the page. */
export interface OwnSeries {
  /** From the title of the page. */
  title: string
  /** The paragraph with its rhythm, such as "Every other Thursday at 10:00 Eastern. Anyone may join." */
  rhythm?: {block: Block; fact: Fact; words: string; time?: string}
  /** Its id, once a session belongs to it. */
  ids: Set<string>
}

/** Titles that say what a page is, and name no series. */
const generic =
  /^(?:(?:the|our|past|upcoming|next|community|meeting|session|event|public)\s+)*(?:agendas?|meetings?|schedules?|sessions?|notes|minutes|readme|calendars?|home|index|archives?|events?|recordings?|calls?)$/i

/** Returns the series that a page is about, from its title and the paragraph with its rhythm. */
export function ownSeriesOf(page: Page): OwnSeries | undefined {
  const title = pageTitle(page)
    .replace(/[\s:–—(-]*\b20\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?\)?$/, '')
    .trim()
  if (title === '' || generic.test(title) || title.length > 80) return undefined
  const paragraphs = page.sections
    .filter(({depth}) => depth <= 1)
    .flatMap(({blocks}) => blocks)
    .flatMap((block) => (block.type === 'paragraph' ? [{block, fact: factOf(block)}] : []))
    .filter(({fact}) => hasRhythm(fact.text))
  const [only, ...more] = paragraphs
  const words = only && rhythmIn(only.fact.text)
  if (!only || words === undefined || more.length > 0) return {title, ids: new Set()}
  const time = clockTimes(words)
    .map(({written, zone}) => `${written.trim()} ${zone?.name ?? ''}`.trim())
    .join(' / ')
  return {title, ids: new Set(), rhythm: {...only, words, ...(time !== '' && {time})}}
}
