import {lru} from 'tiny-lru'

import type {Card} from './card.ts'
import {cardVersion} from './card.ts'

type Image = Uint8Array<ArrayBuffer>

/** Images in memory. One has about 25 kB. */
const maxImages = 200

/**
 * Returns a function that renders each card once, and one card at a time, because a render occupies a processor.
 * The requests that wait are limited by the queue of the server for images.
 */
export function cardImages(render: (card: Card) => Promise<Image>): (card: Card) => Promise<Image> {
  const images = lru<Promise<Image>>(maxImages)
  let last: Promise<unknown> = Promise.resolve()

  return (card) => {
    const version = cardVersion(card)
    const known = images.get(version)
    if (known) return known
    const image = last.then(() => render(card))
    last = image.catch(() => images.delete(version))
    images.set(version, image)
    return image
  }
}
