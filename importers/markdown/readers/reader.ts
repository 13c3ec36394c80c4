import type {Collector} from '../collector.ts'
import type {Block, Section} from '../readPage.ts'

export interface Context {
  out: Collector
  /** Date of the page, `YYYY-MM-DD`. */
  asOf: string
  /** Year for dates without one. */
  year: string
  /** Zone of the page's own calendar, if a link contains it. */
  zone?: string
}

/**
 * Adds documents for the blocks of a section that it accepts, and returns the other blocks. The next reader
 * receives those. Blocks that no reader accepts become text of the page, so that none is lost.
 */
export type Reader = (section: Section, context: Context) => Block[]
