import {encode} from 'blurhash'
import sharp from 'sharp'
import {reasonOf} from '../reasonOf.ts'
import type {ImageDescription, ImageLimits, ImageMetadata, PreviewKind} from './imageDescription.ts'
import {paletteOf} from './palette.ts'

const formats: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
}

/**
 * Returns the metadata that the hosted service stores for an image.
 *
 * @throws Error if the image is damaged, has an unsupported format or has too many pixels
 */
export async function imageMetadata(
  bytes: Uint8Array,
  previews: ReadonlySet<PreviewKind>,
  {inputPixels: limitInputPixels, animationPixels}: ImageLimits,
): Promise<ImageDescription> {
  try {
    // Reads the header only, before anything is decoded.
    const header = await sharp(bytes, {limitInputPixels: false}).metadata()
    const supported = formats[header.format]
    if (!supported) throw new Error(`the format ${header.format} is not supported`)
    const pixels = header.width * header.height
    assertPixels(pixels, limitInputPixels)
    assertPixels(pixels * (header.pages ?? 1), animationPixels)
    const image = sharp(bytes, {limitInputPixels}).autoOrient()
    const {autoOrient, hasAlpha} = header
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
      ...(previews.has('lqip') && {lqip: await lowQuality(bytes, isOpaque, limitInputPixels)}),
      ...(await fromPixels(bytes, previews, limitInputPixels)),
    }
    return {metadata, ...supported}
  } catch (error) {
    throw new Error(`Could not read the image: ${reasonOf(error)}`, {cause: error})
  }
}

function assertPixels(pixels: number, limit: number) {
  if (pixels <= limit) return
  throw new Error(`it has ${pixels} pixels, and the limit is ${limit}. Upload a smaller one.`)
}

async function lowQuality(
  bytes: Uint8Array,
  isOpaque: boolean,
  limitInputPixels: number,
): Promise<string> {
  const small = sharp(bytes, {limitInputPixels}).autoOrient().resize(20)
  const encoded = await (isOpaque ? small.jpeg({quality: 50}) : small.png()).toBuffer()
  return `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${encoded.toString('base64')}`
}

async function fromPixels(
  bytes: Uint8Array,
  previews: ReadonlySet<PreviewKind>,
  limitInputPixels: number,
) {
  if (!previews.has('blurhash') && !previews.has('palette')) return {}
  // 64 pixels are enough for both, and take a millisecond.
  const {data, info} = await sharp(bytes, {limitInputPixels})
    .autoOrient()
    .resize(64, 64, {fit: 'inside'})
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
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
