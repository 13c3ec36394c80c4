import {escapeMarkup} from '../../../feeds/escapeMarkup.ts'
import {HttpError} from '../HttpError.ts'
import type {EmbedRequest} from './embedRequest.ts'

export interface OembedOptions {
  title: string
  /** Absolute address of the site. */
  siteUrl: string
  /** Absolute address of `embed.html` with its parameters. */
  embedUrl: string
  element: EmbedRequest['element']
  /** Query of the oEmbed request. */
  query: URLSearchParams
}

/** Size of the frame in CSS pixels: a month, or the card of one event. */
const sizes = {
  calendar: {width: 640, height: 640},
  next: {width: 640, height: 160},
} as const satisfies Record<EmbedRequest['element'], {width: number; height: number}>

/**
 * Writes an oEmbed response of the type `rich`, https://oembed.com.
 *
 * @throws HttpError 400 for a size that is no number
 */
export function oembed({title, siteUrl, embedUrl, element, query}: OembedOptions): string {
  const {width, height} = sizes[element]
  const size = {
    width: Math.min(width, limitOf(query, 'maxwidth')),
    height: Math.min(height, limitOf(query, 'maxheight')),
  }
  const attributes = [
    `src="${escapeMarkup(embedUrl)}"`,
    `title="${escapeMarkup(title)}"`,
    `width="${size.width}"`,
    `height="${size.height}"`,
    'loading="lazy"',
    'frameborder="0"',
  ]
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: title,
    provider_url: siteUrl,
    cache_age: 3600,
    ...size,
    html: `<iframe ${attributes.join(' ')}></iframe>`,
  })
}

function limitOf(query: URLSearchParams, name: 'maxwidth' | 'maxheight'): number {
  const value = query.get(name)
  if (value === null) return Infinity
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value)
  const message = `${name} is "${value.slice(0, 200)}". Use a number of pixels.`
  throw new HttpError(400, 'invalid-parameter', message)
}
