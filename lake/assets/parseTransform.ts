import {ImageFault} from '../faults.ts'

/** An image transformation. The lake supports these of the hosted service. */
export interface Transform {
  width?: number
  height?: number
  fit: 'clip' | 'crop' | 'fill' | 'fillmax' | 'max' | 'min' | 'scale'
  format?: 'jpeg' | 'png' | 'webp' | 'avif'
  /** 1 to 100. */
  quality: number
  /** The part to keep when cropping. Defaults to the center. */
  position?: (typeof positions)[number] | 'entropy'
  /** The color around the image and behind its transparent parts, such as `#fff`. */
  background?: string
  /** The part of the original to use, in its pixels. Applied before everything else. */
  rect?: {left: number; top: number; width: number; height: number}
}

const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'] as const
const positions = ['top', 'bottom', 'left', 'right', 'center'] as const
const maxPixels = 5000
/** The supported parameters. A request with none of them gets the original. */
const parameters = [
  'w',
  'h',
  'max-w',
  'max-h',
  'dpr',
  'fit',
  'fm',
  'auto',
  'q',
  'crop',
  'bg',
  'rect',
]

/**
 * Parses the transformation in an image URL. Returns undefined if there is none.
 * https://www.sanity.io/docs/apis-and-sdks/image-urls
 *
 * @param accept the request's `Accept` header, for `auto=format`
 * @throws ImageFault if a value is out of range
 */
export function parseTransform(url: URL, accept: string): Transform | undefined {
  const {searchParams} = url
  if (!parameters.some((name) => searchParams.has(name))) return undefined
  const ratio = number(searchParams, 'dpr', 0.1, 5) ?? 1
  const width =
    number(searchParams, 'w', 1, maxPixels) ?? number(searchParams, 'max-w', 1, maxPixels)
  const height =
    number(searchParams, 'h', 1, maxPixels) ?? number(searchParams, 'max-h', 1, maxPixels)
  const rect = rectangle(searchParams.get('rect'))
  const format = formatOf(searchParams, accept)
  const crop = searchParams.get('crop')
  const position = crop === 'entropy' ? crop : positions.find((name) => name === crop)
  const background = searchParams
    .get('bg')
    ?.match(/^(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i)?.[0]
  return {
    ...(width !== undefined && {width: Math.round(width * ratio)}),
    ...(height !== undefined && {height: Math.round(height * ratio)}),
    fit: fits.find((fit) => fit === searchParams.get('fit')) ?? 'clip',
    ...(format && {format}),
    quality: number(searchParams, 'q', 0, 100) ?? 75,
    ...(rect && {rect}),
    ...(position && {position}),
    ...(background !== undefined && {background: `#${background}`}),
  }
}

function number(params: URLSearchParams, name: string, min: number, max: number) {
  const text = params.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (text !== '' && value >= min && value <= max) return value
  throw new ImageFault(`"${name}" must be a number from ${min} to ${max}, not "${text}"`)
}

function rectangle(text: string | null): Transform['rect'] {
  if (text === null) return undefined
  const [left, top, width, height] = text.split(',').map(Number)
  const valid = [left, top, width, height].every(
    (n) => n !== undefined && Number.isInteger(n) && n >= 0,
  )
  if (valid && left !== undefined && top !== undefined && width && height) {
    return {left, top, width, height}
  }
  throw new ImageFault(`"rect" must be left,top,width,height in whole pixels, not "${text}"`)
}

function formatOf(params: URLSearchParams, accept: string): Transform['format'] {
  const requested = params.get('fm')
  if (requested === 'jpg' || requested === 'pjpg') return 'jpeg'
  if (requested === 'png' || requested === 'webp' || requested === 'avif') return requested
  if (params.get('auto') !== 'format') return undefined
  if (accept.includes('image/avif')) return 'avif'
  return accept.includes('image/webp') ? 'webp' : undefined
}
