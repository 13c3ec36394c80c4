import type {SafeUrl} from '@touchpoints/calendar/links'
import {line} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {field} from './source.ts'
import {fileUrl} from './url.ts'

/** Sanity's own types make each part optional, and a script may have left one out. */
function part(name: string, fallback: number) {
  return field({computed: `coalesce(${name},${fallback})`}, z.number())
}

export const imageCropView = z.object({
  top: part('top', 0),
  bottom: part('bottom', 0),
  left: part('left', 0),
  right: part('right', 0),
})

export const imageHotspotView = z.object({
  x: part('x', 0.5),
  y: part('y', 0.5),
  width: part('width', 1),
  height: part('height', 1),
})

/**
 * Returns the view of an image field. Null when there is no image, or its file is gone.
 *
 * @param name - the document's image field
 */
export function imageView(name: string) {
  const image = z.object({
    url: fileUrl,
    width: field({path: 'metadata.dimensions.width'}, z.nullable(z.number())),
    height: field({path: 'metadata.dimensions.height'}, z.nullable(z.number())),
    lqip: field({path: 'metadata.lqip'}, z.nullable(z.string())),
    crop: field({computed: `^.${name}.crop`}, z.nullable(imageCropView)),
    hotspot: field({computed: `^.${name}.hotspot`}, z.nullable(imageHotspotView)),
    alt: field({computed: `coalesce(^.${name}.alt,^.name)`}, line),
  })
  return field({path: name, computed: `${name}.asset->`}, z.nullable(image))
}

/** The part of an image that an editor cut off, measured from each edge. */
interface ImageCrop {
  /** Cut off at the top, as a fraction of the height: 0 to 1. */
  top: number
  /** Cut off at the bottom, as a fraction of the height: 0 to 1. */
  bottom: number
  /** Cut off at the left, as a fraction of the width: 0 to 1. */
  left: number
  /** Cut off at the right, as a fraction of the width: 0 to 1. */
  right: number
}

/** The part of an image that must stay visible when a page crops it further. */
interface ImageHotspot {
  /** Horizontal center, as a fraction of the width: 0 to 1. */
  x: number
  /** Vertical center, as a fraction of the height: 0 to 1. */
  y: number
  /** Width, as a fraction of the image's width: 0 to 1. */
  width: number
  /** Height, as a fraction of the image's height: 0 to 1. */
  height: number
}

/** An uploaded image, with what an `<img>` element needs. */
export interface Image {
  /** Address of the original file. */
  url: SafeUrl
  /** Width of the original in pixels, which keeps the page from shifting. Null when unknown. */
  width: number | null
  /** Height of the original in pixels. Null when unknown. */
  height: number | null
  /** Blurred placeholder to show while the image loads: a data URI of a few hundred bytes, or null. */
  lqip: string | null
  /** What the editor cut off. `@sanity/image-url` takes it unchanged. Null when nothing is. */
  crop: ImageCrop | null
  /** What must stay visible. `@sanity/image-url` takes it unchanged. Null when not set. */
  hotspot: ImageHotspot | null
  /** Alternative text: the editor's, or else the document's name. */
  alt: string
}
