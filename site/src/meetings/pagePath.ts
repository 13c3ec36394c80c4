import {defaultPagePath} from 'touchpoints'

import type {MeetingsResult} from './loadMeetings.ts'

/**
 * Returns the path of the meetings page, which editors can change. The pages of its touchpoints are below
 * it. Without a page document, returns the schema's default.
 */
export function pagePathOf(result: MeetingsResult): string {
  return (result.kind === 'meetings' && result.meetings.page?.path) || defaultPagePath
}
