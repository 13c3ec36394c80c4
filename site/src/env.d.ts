/// <reference types="astro/client" />
import type {Loader} from 'touchpoints'
import type {SiteContext} from './languages/siteContext.ts'
import type {PageFacts} from './meetings/requestView.ts'
import type {RequestView} from './meetings/requestView.ts'
import type {PageHead} from './ownPages/head/pageHead.ts'

declare global {
  /** Whether the development server runs this code. Set by the integration, not by a shell variable. */
  const __DEVELOPMENT__: boolean

  namespace App {
    interface Locals {
      /** The request's view, set by the middleware. */
      view: RequestView
      /** The community, the language and the words of the page. The defaults, until the page knows its content. */
      site: SiteContext
      /** Reads the content that this request is allowed to see. */
      loader: Loader
      /** What search engines show of the page. Absent while nothing is loaded, and on a notice. */
      head?: PageHead
      /** Set by the server's cache when it renders the page. */
      facts?: PageFacts
    }
  }
}
