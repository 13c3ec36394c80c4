import type {Loader, Problem} from 'touchpoints'

import {loader as published} from '../loader.ts'
import {previewToken} from '../preview/previewServer.ts'
import type {Touchpoint} from './pageContent.ts'
import type {RequestView} from './requestView.ts'
import {type Unreachable, unreachable} from './unreachable.ts'

export type TouchpointAnswer =
  | {kind: 'touchpoint'; data: Touchpoint; syncTags: string[]; problems: Problem[]}
  | {kind: 'absent'}
  | Unreachable

/**
 * The touchpoint at an address. Who comes by a shared link sees the draft of the one document that
 * the link names, under whatever slug it has by now, and of no other.
 */
export async function loadTouchpoint(
  loader: Loader,
  {share}: RequestView,
  slug: string,
): Promise<TouchpointAnswer> {
  const shared = typeof share === 'object' && previewToken ? share : undefined
  try {
    const answer = shared
      ? await published
          .preview({token: previewToken ?? ''})
          .touchpoints({id: shared.documentId, limit: 1})
      : await loader.touchpoints({slug, limit: 1})
    const [data] = answer.data
    if (!data) return {kind: 'absent'}
    return {kind: 'touchpoint', data, syncTags: answer.syncTags, problems: answer.problems}
  } catch (error) {
    // The page that lists it may be kept from before the Content Lake went away.
    return unreachable(error)
  }
}
