import type {Loader, LoaderResult, Meetings, TimeWindow} from 'touchpoints'

import {queryWindow} from '../calendar/calendarWindow.ts'
import {publishedPage} from './publishedPages.ts'
import type {RequestView} from './requestView.ts'

/** Maximum number of past touchpoints on the page. The page also shows their total. */
const maxPast = 60

/** Loads the documents of the meetings page: from the cache, or with one query. */
export function loadPage(loader: Loader, view: RequestView): Promise<LoaderResult<Meetings>> {
  return loadPageIn(loader, view, queryWindow(view.now, view.month))
}

/** Loads the same documents for the events of another window. */
export function loadPageIn(
  loader: Loader,
  view: RequestView,
  window: TimeWindow,
): Promise<LoaderResult<Meetings>> {
  const options = {now: view.now, past: maxPast, window}
  return view.preview
    ? loader.meetingsPage(options)
    : publishedPage(loader, {...options, language: view.language})
}
