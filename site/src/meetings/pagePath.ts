import type {SitePath} from '@touchpoints/calendar/links'
import {defaultPagePath, type Meetings} from 'touchpoints'

import {path} from '../links/path.ts'

/**
 * Returns the path of the meetings page, which editors can change. The pages of its touchpoints are below
 * it. Without a page document, returns the schema's default.
 */
export function pagePathIn(meetings: Pick<Meetings, 'page'> | undefined): SitePath {
  return meetings?.page?.path ?? path`${defaultPagePath}`
}
