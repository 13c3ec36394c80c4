import type {Loader, Problem} from 'touchpoints'

import {recordFacts} from '../http/pageFacts.ts'
import {loader as published} from '../loader.ts'
import {previewToken} from '../preview/previewServer.ts'
import {inLanguage} from './openPage.ts'
import type {Touchpoint} from './pageContent.ts'
import type {RequestView} from './requestView.ts'
import {type Unreachable, unreachable} from './unreachable.ts'

/** One touchpoint, or the reason why it is not shown. */
export type TouchpointResult =
  | {kind: 'touchpoint'; data: Touchpoint; syncTags: string[]; problems: Problem[]}
  | {kind: 'absent'}
  | Unreachable

/**
 * Loads the touchpoint with a slug. A shared link loads the draft of its document instead, even if the
 * slug has changed, and no other draft.
 */
export async function loadTouchpoint(
  loader: Loader,
  view: RequestView,
  slug: string,
): Promise<TouchpointResult> {
  const {share} = view
  const shared = typeof share === 'object' && previewToken ? share : undefined
  try {
    const result = shared
      ? await inLanguage(published, view)
          .preview({token: previewToken ?? ''})
          .touchpoints({id: shared.documentId, limit: 1})
      : await loader.touchpoints({slug, limit: 1})
    const [data] = result.data
    recordFacts(view, result, [data?.schedule.start, data?.schedule.end])
    if (!data) return {kind: 'absent'}
    return {kind: 'touchpoint', data, syncTags: result.syncTags, problems: result.problems}
  } catch (error) {
    // The meetings page may still be cached when the Content Lake is unreachable.
    return unreachable(error)
  }
}
