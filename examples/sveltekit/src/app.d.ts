import type {Loader} from 'touchpoints'

declare global {
  namespace App {
    interface Locals {
      /** The loader of this request: with drafts for an editor in a preview. */
      loader: Loader
      isPreview: boolean
    }
  }
}
