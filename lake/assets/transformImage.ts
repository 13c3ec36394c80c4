import sharp, {type Sharp} from 'sharp'
import {reasonOf} from '../reasonOf.ts'
import type {ImageLimits} from './imageDescription.ts'
import type {Transform} from './parseTransform.ts'
import type {Rendition} from './renditionCache.ts'
import {renditionSize} from './renditionSize.ts'
import {ImageFault} from '../faults.ts'

const sharpFits = {
  clip: 'inside',
  crop: 'cover',
  fill: 'contain',
  fillmax: 'contain',
  max: 'inside',
  min: 'cover',
  scale: 'fill',
} as const

/** AVIF takes four times as long as the other formats, so it gets a quarter of the pixels. */
const avifShare = 4

/**
 * An AVIF of 1024 x 538 pixels takes 0.3 s of a processor, and is 7 % larger than with the default effort. With that it
 * takes 1.5 s, which is longer than the budget on a machine that does other work.
 */
const avifEffort = 2

/**
 * Transforms an image. If the result would have too many pixels, it becomes smaller.
 *
 * @throws ImageFault if the transformation is impossible, such as a `rect` outside the image
 */
export async function transformImage(
  bytes: Uint8Array,
  contentType: string,
  transform: Transform,
  {inputPixels: limitInputPixels, outputPixels}: ImageLimits,
): Promise<Rendition> {
  const {fit, format, quality, rect, position, background} = transform
  const target = format ?? originalFormat(contentType)
  const {autoOrient, pages = 1} = await sharp(bytes, {limitInputPixels}).metadata()
  // As on the hosted service, an animation with too many pixels becomes its first frame.
  const isAnimated =
    contentType === 'image/gif' &&
    !rect &&
    autoOrient.width * autoOrient.height * pages <= limitInputPixels
  let image = sharp(bytes, {limitInputPixels, animated: isAnimated}).autoOrient()
  if (rect) image = image.extract(rect)
  const maxPixels = outputPixels / (isAnimated ? pages : 1) / (target === 'avif' ? avifShare : 1)
  const size = renditionSize(transform, rect ?? autoOrient, maxPixels)
  if (size) {
    image = image.resize({
      ...size,
      fit: sharpFits[fit],
      withoutEnlargement: fit === 'max' || fit === 'min' || fit === 'fillmax',
      background: background ?? '#fff',
      ...(position && {position}),
    })
  }
  if (background !== undefined) image = image.flatten({background})
  const encoded = await encode(image, target, {
    quality: Math.max(quality, 1),
    ...(target === 'avif' && {effort: avifEffort}),
  })
  return {
    bytes: new Uint8Array(encoded),
    contentType: `image/${target}`,
  }
}

async function encode(
  image: Sharp,
  target: ReturnType<typeof originalFormat>,
  options: {quality: number; effort?: number},
) {
  try {
    return await image.toFormat(target, options).toBuffer()
  } catch (error) {
    throw new ImageFault(`Could not transform the image: ${reasonOf(error)}`)
  }
}

function originalFormat(contentType: string): 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' {
  const subtype = contentType.replace('image/', '')
  if (subtype === 'png' || subtype === 'webp' || subtype === 'gif' || subtype === 'avif')
    return subtype
  return 'jpeg'
}
