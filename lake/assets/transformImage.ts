import {requestError} from '../http/apiError.ts'

/** The part of the service's image transforms that the lake knows. */
export interface Transform {
  width?: number
  height?: number
  fit: 'clip' | 'crop' | 'fill' | 'fillmax' | 'max' | 'min' | 'scale'
  format?: 'jpeg' | 'png' | 'webp' | 'avif'
  /** 1 to 100. */
  quality: number
  /** Cut out first, in pixels of the original. */
  rect?: {left: number; top: number; width: number; height: number}
}

const fits = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale'] as const
const maxPixels = 5000

/** https://www.sanity.io/docs/apis-and-sdks/image-urls @throws ApiError for a value out of range. */
export function parseTransform(url: URL, accept: string): Transform | undefined {
  const {searchParams} = url
  if ([...searchParams.keys()].length === 0) return undefined
  const ratio = number(searchParams, 'dpr', 0.1, 5) ?? 1
  const width =
    number(searchParams, 'w', 1, maxPixels) ?? number(searchParams, 'max-w', 1, maxPixels)
  const height =
    number(searchParams, 'h', 1, maxPixels) ?? number(searchParams, 'max-h', 1, maxPixels)
  const rect = rectangle(searchParams.get('rect'))
  const format = formatOf(searchParams, accept)
  return {
    ...(width !== undefined && {width: Math.round(width * ratio)}),
    ...(height !== undefined && {height: Math.round(height * ratio)}),
    fit: fits.find((fit) => fit === searchParams.get('fit')) ?? 'clip',
    ...(format && {format}),
    quality: number(searchParams, 'q', 0, 100) ?? 75,
    ...(rect && {rect}),
  }
}

function number(params: URLSearchParams, name: string, least: number, most: number) {
  const text = params.get(name)
  if (text === null) return undefined
  const value = Number(text)
  if (text !== '' && value >= least && value <= most) return value
  throw requestError(400, `"${name}" has to be a number from ${least} to ${most}, not "${text}"`)
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
  throw requestError(400, `"rect" has to be left,top,width,height in pixels, not "${text}"`)
}

function formatOf(params: URLSearchParams, accept: string): Transform['format'] {
  const asked = params.get('fm')
  if (asked === 'jpg' || asked === 'pjpg') return 'jpeg'
  if (asked === 'png' || asked === 'webp' || asked === 'avif') return asked
  if (params.get('auto') !== 'format') return undefined
  if (accept.includes('image/avif')) return 'avif'
  return accept.includes('image/webp') ? 'webp' : undefined
}

const sharpFits = {
  clip: 'inside',
  crop: 'cover',
  fill: 'contain',
  fillmax: 'contain',
  max: 'inside',
  min: 'cover',
  scale: 'fill',
} as const

/** @returns the image as it is when there is nothing to do, or when it is a drawing (SVG). */
export async function transformImage(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  transform: Transform | undefined,
): Promise<{bytes: Uint8Array<ArrayBuffer>; contentType: string}> {
  if (!transform || contentType === 'image/svg+xml') return {bytes, contentType}
  const {default: sharp} = await import('sharp')
  const {width, height, fit, format, quality, rect} = transform
  let image = sharp(bytes).autoOrient()
  if (rect) image = image.extract(rect)
  if (width !== undefined || height !== undefined) {
    image = image.resize({
      ...(width !== undefined && {width}),
      ...(height !== undefined && {height}),
      fit: sharpFits[fit],
      withoutEnlargement: fit === 'max' || fit === 'min' || fit === 'fillmax',
      background: '#fff',
    })
  }
  const target = format ?? originalFormat(contentType)
  const encoded = await image.toFormat(target, {quality: Math.max(quality, 1)}).toBuffer()
  return {
    bytes: new Uint8Array(encoded),
    contentType: `image/${target}`,
  }
}

function originalFormat(contentType: string): 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' {
  const subtype = contentType.replace('image/', '')
  if (subtype === 'png' || subtype === 'webp' || subtype === 'gif' || subtype === 'avif')
    return subtype
  return 'jpeg'
}
