import {escapeMarkup} from '../../../feeds/escapeMarkup.ts'
import type {EmbedRequest} from './embedRequest.ts'
import {embedStyle} from './embedStyle.ts'

export interface EmbedPage extends EmbedRequest {
  title: string
  /** Absolute address of the page that the calendar belongs to. */
  pageUrl: string
  /** Address of the elements' script. */
  script: string
  /** Absolute address of the oEmbed document about this page. */
  oembedUrl: string
}

/**
 * Writes the page inside of an iframe: one element, and a link for visitors without JavaScript. Its policy
 * allows its own style and no inline script.
 */
export function embedPage(options: EmbedPage): string {
  const {title, element, attributes, filters, language, colorScheme, pageUrl} = options
  const tag = `touchpoints-${element}`
  const src = filters.size > 0 ? `events.json?${filters.toString()}` : 'events.json'
  const written = [['src', src], ...attributes].map(
    ([name = '', value = '']) => ` ${name}="${escapeMarkup(value)}"`,
  )
  const link = `<a href="${escapeMarkup(pageUrl)}">${escapeMarkup(title)}</a>`
  return `<!doctype html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${colorScheme}">
<meta name="robots" content="noindex">
<title>${escapeMarkup(title)}</title>
<style>${embedStyle}</style>
<base target="_blank">
<link rel="canonical" href="${escapeMarkup(pageUrl)}">
<link rel="alternate" type="application/json+oembed" href="${escapeMarkup(options.oembedUrl)}">
<script type="module" src="${escapeMarkup(options.script)}"></script>
</head>
<body>
<main><${tag}${written.join('')}><p>${link}</p></${tag}></main>
</body>
</html>
`
}
