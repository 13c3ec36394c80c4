import type {PreviewSession} from 'touchpoints/preview'

/** Describes a preview's perspective to an editor: what the page shows, and whether visitors see it. */
export function perspectiveWords({perspective}: PreviewSession): {of: string; note: string} {
  if (perspective === 'published') return {of: 'published content', note: 'Visitors see the same.'}
  const of = perspective === 'drafts' ? 'drafts' : `release ${perspective[0] ?? ''}`
  return {of, note: 'Visitors do not see this.'}
}
