import * as z from 'zod/mini'

import {line} from '../../schemas/scalars.ts'
import {from} from './source.ts'

/**
 * An uploaded image, ready for `<img>`: its size keeps the page from jumping, and `lqip` (a data URI
 * of a few hundred bytes) can stand there while it loads. `alt` is what the editor wrote, else the
 * document's name. Null when there is no image, or its file is gone.
 *
 * @param field - the document's image field
 */
export function imageView(field: string) {
  const image = z.object({
    url: z.string(),
    width: from({path: 'metadata.dimensions.width'}, z.nullable(z.number())),
    height: from({path: 'metadata.dimensions.height'}, z.nullable(z.number())),
    lqip: from({path: 'metadata.lqip'}, z.nullable(z.string())),
    alt: from({computed: `coalesce(^.${field}.alt,^.name)`}, line),
  })
  return from({path: field, computed: `${field}.asset->`}, z.nullable(image))
}

export type Image = NonNullable<z.infer<ReturnType<typeof imageView>>>
