import {type Palette, paletteOf} from './palette.ts'

export interface ImageMetadata {
  _type: 'sanity.imageMetadata'
  dimensions: {
    _type: 'sanity.imageDimensions'
    width: number
    height: number
    aspectRatio: number
  }
  hasAlpha: boolean
  isOpaque: boolean
  /** A data URL of a preview 20 pixels wide, to show while the image loads. */
  lqip?: string
  blurHash?: string
  palette?: Palette
}

const formats: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
}

/** 100 megapixels take 400 MB of memory. A larger image could be an attack, so it is rejected. */
const limitInputPixels = 100_000_000

/** Previews that a client can request with `meta`. `meta=none` requests none. */
export const previewKinds = ['lqip', 'blurhash', 'palette'] as const
export type PreviewKind = (typeof previewKinds)[number]

/** Returns the metadata that the hosted service stores for an image, or undefined if it cannot be read. */
export async function imageMetadata(
  bytes: Uint8Array,
  previews: ReadonlySet<PreviewKind> = new Set(previewKinds),
) {
  // sharp takes 60 ms to load. Loading it here saves that for a lake without images.
  const {default: sharp} = await import('sharp')
  try {
    const image = sharp(bytes, {limitInputPixels}).autoOrient()
    const {format, autoOrient, hasAlpha} = await image.metadata()
    const supported = formats[format]
    if (!supported) return undefined
    const {width, height} = autoOrient
    const {isOpaque} = await image.stats()
    const metadata: ImageMetadata = {
      _type: 'sanity.imageMetadata',
      dimensions: {
        _type: 'sanity.imageDimensions',
        width,
        height,
        aspectRatio: width / height,
      },
      hasAlpha,
      isOpaque,
      ...(previews.has('lqip') && {lqip: await lowQuality(bytes, isOpaque)}),
      ...(await fromPixels(bytes, previews)),
    }
    return {metadata, ...supported}
  } catch {
    return undefined
  }
}

async function lowQuality(bytes: Uint8Array, isOpaque: boolean): Promise<string> {
  const {default: sharp} = await import('sharp')
  const small = sharp(bytes, {limitInputPixels}).autoOrient().resize(20)
  const encoded = await (isOpaque ? small.jpeg({quality: 50}) : small.png()).toBuffer()
  return `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${encoded.toString('base64')}`
}

async function fromPixels(bytes: Uint8Array, previews: ReadonlySet<PreviewKind>) {
  if (!previews.has('blurhash') && !previews.has('palette')) return {}
  const {default: sharp} = await import('sharp')
  // 64 pixels are enough for both, and take a millisecond.
  const {data, info} = await sharp(bytes, {limitInputPixels})
    .autoOrient()
    .resize(64, 64, {fit: 'inside'})
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const {encode} = await import('blurhash')
  const palette = previews.has('palette') && paletteOf(withoutAlpha(data))
  return {
    ...(previews.has('blurhash') && {
      blurHash: encode(new Uint8ClampedArray(data), info.width, info.height, 4, 3),
    }),
    ...(palette && {palette}),
  }
}

/** Leaves out transparent pixels, which do not contribute to the colors of the image. */
function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const pixels: number[] = []
  for (let index = 0; index + 3 < rgba.length; index += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(index, index + 4)
    if (alpha > 127) pixels.push(red, green, blue)
  }
  return Uint8Array.from(pixels)
}
