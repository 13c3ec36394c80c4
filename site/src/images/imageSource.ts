import {safeUrl, sitePath, type SafeUrl, type SitePath} from '@touchpoints/calendar/links'
import {createImageUrlBuilder} from '@sanity/image-url'
import type {Image} from 'touchpoints'

import {linkTo} from '../links/linkTo.ts'
import {environment} from '../loader.ts'
import {isStatic} from '../output.ts'
import {imageFile} from './imageFile.ts'

const {apiHost, projectId, dataset} = environment

/**
 * Images of the hosted Content Lake come from its CDN. Images of an embedded one go through this site
 * (pages/media), because the lake is reachable only on its own machine.
 */
const builder = createImageUrlBuilder({projectId, dataset, ...(apiHost && {baseUrl: '/media'})})

/** Display size of an image, in CSS pixels. */
export interface Box {
  width: number
  height: number
  /** `cover` fills the box around the editor's hotspot. `contain` shows the whole image within the box. */
  fit: 'cover' | 'contain'
}

/** Attributes of `<img>` that prevent layout shifts and serve sharp images on high-density screens. */
export interface ImageSource {
  src: SafeUrl | SitePath
  /** The same image for screens with two device pixels per CSS pixel. */
  src2x: SafeUrl | SitePath
  width: number
  height: number
}

/**
 * Returns the attributes of an image. Undefined for an asset without the Content Lake's file name, which
 * cannot be resized.
 */
export function imageSource(image: Image, box: Box): ImageSource | undefined {
  const name = /([0-9a-f]{40}-\d+x\d+)\.(\w+)$/.exec(new URL(image.url).pathname)
  if (!name) return undefined
  const {width, height} = displaySize(image, box)
  const source = {
    asset: {_ref: `image-${name[1]}-${name[2]}`},
    ...(image.crop && {crop: image.crop}),
    ...(image.hotspot && {hotspot: image.hotspot}),
  }
  const urlAt = (ratio: number) => {
    const sized = builder
      .image(source)
      .width(Math.round(width * ratio))
      .height(Math.round(height * ratio))
    const url = sized
      .fit(box.fit === 'cover' ? 'crop' : 'max')
      .auto('format')
      .url()
    return sitePath(isStatic && apiHost ? imageFile(url) : url) ?? safeUrl(url)
  }
  const [src, src2x] = [urlAt(1), urlAt(2)]
  return src && src2x ? {src, src2x, width, height} : undefined
}

/** Returns the images of a source for `srcset`. */
export function srcset({src, src2x}: ImageSource): string {
  return `${linkTo(src)} 1x, ${linkTo(src2x)} 2x`
}

/** Returns the box for a cropped image, or the part of the box that the whole image fills. */
function displaySize(image: Image, {width, height, fit}: Box): {width: number; height: number} {
  if (fit === 'cover' || !image.width || !image.height) return {width, height}
  const {top, bottom, left, right} = image.crop ?? {top: 0, bottom: 0, left: 0, right: 0}
  const ratio = (image.width * (1 - left - right)) / (image.height * (1 - top - bottom))
  const displayWidth = Math.min(width, height * ratio)
  return {
    width: Math.max(1, Math.round(displayWidth)),
    height: Math.max(1, Math.round(displayWidth / ratio)),
  }
}
