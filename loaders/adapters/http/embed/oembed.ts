import {escapeMarkup} from '../../../feeds/escapeMarkup.ts'
import {HttpError} from '../HttpError.ts'

export interface OembedOptions {
  title: string
  /** Absolute address of the site. */
  siteUrl: string
  /** Absolute address of `embed.html` with its parameters. */
  embedUrl: string
  kind: keyof typeof sizes
  /** Query of the oEmbed request. */
  query: URLSearchParams
}

/** Size of the frame in CSS pixels. A month has up to six weeks, and the agenda of a day below. */
const sizes = {
  calendar: {width: 640, height: 640},
  month: {width: 640, height: 900},
  next: {width: 640, height: 240},
} as const satisfies Record<string, {width: number; height: number}>

/** A smaller frame shows no event. A response must not exceed the limits, so there is none. */
const least = {maxwidth: 200, maxheight: 100} as const

/**
 * Writes an oEmbed response of the type `rich`, https://oembed.com.
 *
 * @throws HttpError 400 for a size that is no number or too small
 */
export function oembed({title, siteUrl, embedUrl, kind, query}: OembedOptions): string {
  const {width, height} = sizes[kind]
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

function limitOf(query: URLSearchParams, name: keyof typeof least): number {
  const value = query.get(name)
  if (value === null) return Infinity
  if (/^[1-9]\d{0,4}$/.test(value) && Number(value) >= least[name]) return Number(value)
  const message = `${name} is "${value.slice(0, 200)}". Use a number of pixels from ${least[name]}.`
  throw new HttpError(400, 'invalid-parameter', message)
}
