import {environment} from '../loader.ts'
import {contentSecurityPolicy} from './contentSecurityPolicy.ts'

/** Returns the policy that a page of a static site has in itself: it holds on every web server. */
export function pagePolicy(): string {
  return contentSecurityPolicy({
    preview: false,
    hosted: environment.apiHost === undefined,
    development: false,
    inPage: true,
  })
}
