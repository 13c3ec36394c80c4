import type {Words} from '@touchpoints/words'
import type {PreviewSession} from 'touchpoints/preview'

/** Describes a preview's perspective to an editor: what the page shows, and whether visitors see it. */
export function perspectiveWords(
  {perspective}: PreviewSession,
  {say}: Words,
): {of: string; note: string} {
  if (perspective === 'published') {
    return {of: say('preview.published'), note: say('preview.sameForVisitors')}
  }
  const of =
    perspective === 'drafts'
      ? say('preview.drafts')
      : say('preview.release', {name: perspective[0] ?? ''})
  return {of, note: say('preview.notForVisitors')}
}
