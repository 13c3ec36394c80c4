import type {SitePath} from '@touchpoints/calendar/links'
import type {Loader} from 'touchpoints'

import {recordFacts} from '../http/pageFacts.ts'
import {loadPage} from './loadPage.ts'
import {pagePathIn} from './pagePath.ts'
import type {RequestView} from './requestView.ts'
import {type Unreachable, unreachable} from './unreachable.ts'

/** Loads the path of the meetings page only. Merging the calendar for it would take most of the time. */
export async function loadPagePath(
  loader: Loader,
  view: RequestView,
): Promise<{kind: 'path'; path: SitePath} | Unreachable> {
  try {
    const page = await loadPage(loader, view)
    recordFacts(view, page)
    return {kind: 'path', path: pagePathIn(page.data)}
  } catch (error) {
    return unreachable(error)
  }
}
