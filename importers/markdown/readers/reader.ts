import type {Collector} from '../collector.ts'
import type {Block, Section} from '../readPage.ts'

export interface Context {
  out: Collector
  /** The date that the page is of, `YYYY-MM-DD`. */
  asOf: string
  /** The year of dates without one. */
  year: string
  /** The zone in which the page's own calendar is shown, where a link says so. */
  zone?: string
}

/**
 * Makes documents of the pieces of a section that it understands and answers the others, which the next
 * reader gets. Whatever none takes becomes text of the page: so nothing can fall between two.
 */
export type Reader = (section: Section, context: Context) => Block[]
