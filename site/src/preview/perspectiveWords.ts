import type {PreviewSession} from 'touchpoints/preview'

/** What an editor is told of the perspective that a page is shown in: what of, and who else sees it. */
export function perspectiveWords({perspective}: PreviewSession): {of: string; note: string} {
  if (perspective === 'published') return {of: 'what is published', note: 'Visitors see the same.'}
  const of = perspective === 'drafts' ? 'drafts' : `the release ${perspective[0] ?? ''}`
  return {of, note: 'Visitors do not see this.'}
}
