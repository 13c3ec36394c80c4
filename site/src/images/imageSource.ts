import {createImageUrlBuilder} from '@sanity/image-url'
import type {Image} from 'touchpoints'

import {environment} from '../loader.ts'

const {apiHost, projectId, dataset} = environment

/**
 * Images of the hosted Content Lake come from its CDN; those of an embedded one through this site
 * (pages/media), for the lake answers its own machine alone.
 */
const builder = createImageUrlBuilder({projectId, dataset, ...(apiHost && {baseUrl: '/media'})})

/** How large an image is shown, in CSS pixels. */
export interface Box {
  width: number
  height: number
  /** `cut` fills the box around what the editor marked; `whole` shows all of it within the box. */
  fit: 'cut' | 'whole'
}

/** What `<img>` needs, so that the page does not jump and sharp screens get a sharp picture. */
export interface ImageSource {
  src: string
  srcset: string
  width: number
  height: number
}

/** Undefined for an asset that does not follow the Content Lake's naming: there is no way to size it. */
export function imageSource(image: Image, box: Box): ImageSource | undefined {
  const name = /([0-9a-f]{40}-\d+x\d+)\.(\w+)$/.exec(new URL(image.url).pathname)
  if (!name) return undefined
  const {width, height} = shownSize(image, box)
  const source = {
    asset: {_ref: `image-${name[1]}-${name[2]}`},
    ...(image.crop && {crop: image.crop}),
    ...(image.hotspot && {hotspot: image.hotspot}),
  }
  const at = (ratio: number) => {
    const sized = builder
      .image(source)
      .width(Math.round(width * ratio))
      .height(Math.round(height * ratio))
    return sized
      .fit(box.fit === 'cut' ? 'crop' : 'max')
      .auto('format')
      .url()
  }
  return {src: at(1), srcset: `${at(1)} 1x, ${at(2)} 2x`, width, height}
}

/** The box itself when the image is cut to it, else what the whole image takes of it. */
function shownSize(image: Image, {width, height, fit}: Box): {width: number; height: number} {
  if (fit === 'cut' || !image.width || !image.height) return {width, height}
  const {top, bottom, left, right} = image.crop ?? {top: 0, bottom: 0, left: 0, right: 0}
  const ratio = (image.width * (1 - left - right)) / (image.height * (1 - top - bottom))
  const shown = Math.min(width, height * ratio)
  return {width: Math.max(1, Math.round(shown)), height: Math.max(1, Math.round(shown / ratio))}
}
