import type {PreviewSession, Share} from 'touchpoints/preview'

/** What a request asks to see. */
export interface RequestView {
  /** The instant that counts as now, UTC. */
  now: string
  /** Whether `now` moves on; not so in a page rendered as of a fixed date. */
  moving: boolean
  /** The zone that the visitor chose in the address; absent when none was, or it is no zone. */
  zone?: string
  /** The month that the visitor turned to, `YYYY-MM`. */
  month?: string
  /** What had been told of changes when the request came: the page shows at least that. */
  position: string
  /** An editor's preview; `perspective` in words. */
  preview?: {perspective: string; session: PreviewSession}
  /**
   * A link to one draft; `ended` when it is over, was taken back, or never was one, `unknown` when that
   * could not be found out.
   */
  share?: Share | 'ended' | 'unknown'
}
