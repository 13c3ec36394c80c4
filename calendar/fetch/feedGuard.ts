import type {FeedFault} from './feedRecord.ts'

/**
 * Watches the work on feeds. A port: the reader of a worker thread reports to the thread that can end
 * it.
 */
export interface FeedGuard {
  /** Returns why this feed is not requested at the moment, or undefined. */
  refusal(id: string, url: string): FeedFault | undefined
  /**
   * Runs work on a feed's text, such as parsing it. The work blocks its thread until it ends.
   *
   * @throws TextRefused when this text is not read at the moment
   */
  run<T>(feed: FeedText, work: () => T): T
}

/** A feed and the text that work is done on. */
export interface FeedText {
  /** The calendar document's id. */
  id: string
  text: string
}

/** Thrown for a text that is not read at the moment. */
export class TextRefused extends Error {
  override readonly name = 'TextRefused'
  readonly fault: FeedFault

  constructor(fault: FeedFault) {
    super(fault.message)
    this.fault = fault
  }
}

/** Reads everything: nothing can end work in the thread that does it. */
export const openGuard: FeedGuard = {
  refusal: () => undefined,
  run: (_feed, work) => work(),
}
