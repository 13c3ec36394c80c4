import type {Audiences} from '../audience.ts'
import type {Collector} from '../collector.ts'
import type {OwnSeries} from '../sessions/ownSeries.ts'
import type {Block, Section} from '../readPage.ts'

export interface Context {
  out: Collector
  audiences: Audiences
  /** Date of the page, `YYYY-MM-DD`. */
  asOf: string
  /** Year for dates without one. */
  year: string
  /** Zone of the page's own calendar, if a link contains it. */
  zone?: string
  /** The community's home zone. Only offered as an answer. */
  home?: string
  /** Whether the page is the community's meetings page, which has text of its own. */
  isMeetingsPage: boolean
  /** The group that the page is about. */
  group?: {id: string; title: string}
  /** Elected bodies that the page names. */
  bodies: readonly string[]
  /** Depth of the headings of chapters, if the page has some. */
  chapterDepth?: number
  /** Texts of a section and of those around it, the nearest first. */
  about: (section: Section) => readonly string[]
  /** The series of sessions that no heading names. */
  own?: OwnSeries
  /** Sessions without a written length. */
  usualLength: Set<string>
}

/**
 * Adds documents for the blocks of a section that it accepts, and returns the other blocks. The next reader
 * receives those. Blocks that no reader accepts become text of the page or leftovers, so that none is lost.
 */
export type Reader = (section: Section, context: Context) => Block[]
