import type {Transform} from './parseTransform.ts'

export interface Size {
  width: number
  height: number
}

/** WebP has no larger images. */
const maxSide = 16_383

/**
 * Returns the size to scale an image to. Scales it down further if the result would have too many pixels,
 * and keeps the proportions of the request then. Returns undefined if the image keeps its size.
 *
 * @param source the size of the original, after cropping it to `rect`
 * @param maxPixels the limit for one frame
 */
export function renditionSize(
  {width, height}: Pick<Transform, 'width' | 'height'>,
  source: Size,
  maxPixels: number,
): Partial<Size> | undefined {
  const largest = {
    width: width ?? (height === undefined ? source.width : (height * source.width) / source.height),
    height:
      height ?? (width === undefined ? source.height : (width * source.height) / source.width),
  }
  const factor = Math.min(
    1,
    Math.sqrt(maxPixels / (largest.width * largest.height)),
    maxSide / largest.width,
    maxSide / largest.height,
  )
  if (factor === 1) {
    if (width === undefined && height === undefined) return undefined
    return {...(width !== undefined && {width}), ...(height !== undefined && {height})}
  }
  const scaled = (side: number) => Math.max(Math.floor(side * factor), 1)
  return {width: scaled(largest.width), height: scaled(largest.height)}
}
