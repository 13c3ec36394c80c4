import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import {environment} from '../loader.ts'
import {type Card, cardVersion} from '../ownPages/card/card.ts'

type Render = (card: Card) => Promise<Uint8Array<ArrayBuffer>>

/**
 * Returns a function that renders the image of a page once, and reads it from the data folder in later builds. An image
 * takes 0.1 s, and most of them are the same every day.
 */
export function keptCards(
  render: Render,
  folder: string = join(environment.dataFolder, 'cards'),
): Render {
  return async (card) => {
    const file = join(folder, `${cardVersion(card)}.png`)
    const kept = await readFile(file).catch(() => undefined)
    if (kept) return new Uint8Array(kept)
    const image = await render(card)
    await mkdir(folder, {recursive: true})
    await writeFile(file, image)
    return image
  }
}
