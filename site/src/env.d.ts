/// <reference types="astro/client" />
import type {Loader} from 'touchpoints'
import type {RequestView} from './meetings/requestView.ts'

declare global {
  /** Whether the development server runs this: astro.config.ts says so, not a variable of a shell. */
  const __DEVELOPMENT__: boolean

  namespace App {
    interface Locals {
      /** What each component needs to know of the request; set by the middleware. */
      view: RequestView
      /** Reads what this request may see. */
      loader: Loader
    }
  }
}
