import {safeUrl, type SafeUrl} from '../links/index.ts'
import type {DocumentProblem} from '../problems.ts'

/** The links of a touchpoint or a cadence, as the caller passes them. */
interface WrittenLinks {
  id: string
  title: string
  url?: string | null
  joinUrl?: string | null
}

/** Returns the links that are safe. Others are absent; `unsafeLinks` reports them. */
export function readLinks({url, joinUrl}: WrittenLinks): {url?: SafeUrl; joinUrl?: SafeUrl} {
  const page = url ? safeUrl(url) : undefined
  const join = joinUrl ? safeUrl(joinUrl) : undefined
  return {...(page && {url: page}), ...(join && {joinUrl: join})}
}

/** Returns a problem for each link of a document that cannot become a link. */
export function unsafeLinks(document: WrittenLinks, documentType: string): DocumentProblem[] {
  const {id, title} = document
  return (['url', 'joinUrl'] as const).flatMap((path) => {
    const link = document[path]
    if (!link || safeUrl(link) !== undefined) return []
    return [
      {
        kind: 'document',
        documentId: id,
        documentType,
        path,
        message: `"${title}" has the link "${link.slice(0, 80)}", which is left out, because it cannot become a link. Use a complete https: address without a user name.`,
      },
    ]
  })
}
