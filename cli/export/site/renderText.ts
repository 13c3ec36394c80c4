import {escapeHTML, toHTML} from '@portabletext/to-html'
import type {MeetingsPage} from 'touchpoints'

type RichText = NonNullable<MeetingsPage['introduction']>

/** Renders Portable Text as HTML. The loader has already checked the addresses of links. */
export function renderText(text: RichText): string {
  return toHTML(text, {
    // A mark without a meaning here is left out, and its text stays.
    onMissingComponent: false,
    components: {
      marks: {
        textLink: ({children, value}) => {
          const href: unknown = value?.['href']
          return typeof href === 'string'
            ? `<a href="${escapeHTML(href)}">${children}</a>`
            : children
        },
      },
    },
  })
}
