import {line} from '@touchpoints/schemas/scalars'
import * as z from 'zod/mini'

import {from} from './source.ts'

/** Sanity's own types leave each of these optional: written by a script, one may be missing. */
function part(name: string, usual: number) {
  return from({computed: `coalesce(${name},${usual})`}, z.number())
}

/** What an editor cut off, as parts of the whole from each edge: 0 to 1. */
export const imageCropView = z.object({
  top: part('top', 0),
  bottom: part('bottom', 0),
  left: part('left', 0),
  right: part('right', 0),
})

/** What must stay in sight when it is cut further: its middle and its size, as parts of the whole. */
export const imageHotspotView = z.object({
  x: part('x', 0.5),
  y: part('y', 0.5),
  width: part('width', 1),
  height: part('height', 1),
})

/**
 * An uploaded image, ready for `<img>`: its size keeps the page from jumping, and `lqip` (a data URI
 * of a few hundred bytes) can stand there while it loads. `alt` is what the editor wrote, else the
 * document's name. Null when there is no image, or its file is gone. `@sanity/image-url` takes `crop`
 * and `hotspot` as they are.
 *
 * @param field - the document's image field
 */
export function imageView(field: string) {
  const image = z.object({
    url: z.string(),
    width: from({path: 'metadata.dimensions.width'}, z.nullable(z.number())),
    height: from({path: 'metadata.dimensions.height'}, z.nullable(z.number())),
    lqip: from({path: 'metadata.lqip'}, z.nullable(z.string())),
    crop: from({computed: `^.${field}.crop`}, z.nullable(imageCropView)),
    hotspot: from({computed: `^.${field}.hotspot`}, z.nullable(imageHotspotView)),
    alt: from({computed: `coalesce(^.${field}.alt,^.name)`}, line),
  })
  return from({path: field, computed: `${field}.asset->`}, z.nullable(image))
}

export type Image = NonNullable<z.infer<ReturnType<typeof imageView>>>
