import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {pageBackground} from '@touchpoints/schemas/appearance'
import satori, {type Font} from 'satori'
import sharp from 'sharp'

import {type Card, cardSize} from './card.ts'
import {cardTexts, withoutMissing} from './cardTexts.ts'

const {resolve} = createRequire(import.meta.url)

/**
 * Satori lays the text out and returns its outlines, so that no font of the machine is used: a server in a
 * container has none. It reads WOFF and not WOFF 2, so the site has the fonts of its pages twice.
 */
const families = [
  {name: 'Serif', folder: '@fontsource/source-serif-4', file: 'source-serif-4', weight: 600},
  {name: 'Sans', folder: '@fontsource/source-sans-3', file: 'source-sans-3', weight: 400},
] as const
const scripts = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese'] as const

let loading: Promise<Font[]> | undefined

function fonts(): Promise<Font[]> {
  loading ??= Promise.all(
    families.flatMap(({name, folder, file, weight}) =>
      scripts.map(async (script) => ({
        // A family for each script: the next one is used for letters that one does not have.
        name: script === 'latin' ? name : `${name} ${script}`,
        data: await readFile(resolve(`${folder}/files/${file}-${script}-${weight}-normal.woff`)),
        weight,
        style: 'normal' as const,
      })),
    ),
  )
  return loading
}

/**
 * Renders the image of a page as PNG, 1200 × 630. About 0.1 s of work on a slow machine.
 *
 * @param host - of the site, in place of a title that the fonts cannot show
 */
export async function renderCard(card: Card, host: string): Promise<Uint8Array<ArrayBuffer>> {
  const texts = cardTexts(card)
  const {svg, missing} = await outlines(texts)
  const shown =
    missing.length > 0 ? (await outlines(withoutMissing(texts, missing, host))).svg : svg
  const png = await sharp(Buffer.from(shown)).png({palette: true, compressionLevel: 9}).toBuffer()
  return new Uint8Array(png)
}

async function outlines(card: Card): Promise<{svg: string; missing: string[]}> {
  const missing: string[] = []
  const svg = await satori(layout(card), {
    ...cardSize,
    fonts: await fonts(),
    loadAdditionalAsset: async (_code, text) => {
      missing.push(text)
      return []
    },
  })
  return {svg, missing}
}

/** Pixels between the texts and the edges. */
const edge = 72
const width = cardSize.width - 2 * edge
const ink = '#12212b'
const soft = '#4b5963'
const amber = '#f0b13f'

/** Pixels of the title, by the number of its letters: the longest has four lines. */
function titleSize({length}: string): number {
  if (length <= 36) return 92
  if (length <= 72) return 74
  return length <= 110 ? 60 : 50
}

type Node = Parameters<typeof satori>[0]

function layout({name, label, title, detail, accent}: Card): Node {
  return box(
    {
      ...cardSize,
      boxSizing: 'border-box',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: `60px ${edge}px 44px`,
      backgroundColor: pageBackground.light,
      borderBottom: `18px solid ${accent}`,
      fontFamily: 'Sans',
      color: ink,
    },
    [
      box({alignItems: 'center', fontFamily: 'Serif', fontSize: 36}, [
        dot(accent, 0),
        dot(amber, -10),
        box({marginLeft: 22}, name),
      ]),
      box({flexDirection: 'column'}, [
        ...(label === '' || label === name
          ? []
          : [box({fontSize: 34, color: accent, marginBottom: 18}, label)]),
        box(
          {
            fontFamily: 'Serif',
            fontSize: titleSize(title),
            lineHeight: 1.08,
            letterSpacing: '-0.02em',
            lineClamp: 4,
            width,
            display: 'block',
            wordBreak: 'break-word',
          },
          title,
        ),
      ]),
      box(
        {fontSize: 34, lineHeight: 1.3, color: soft, lineClamp: 2, width, display: 'block'},
        detail || ' ',
      ),
    ],
  )
}

function dot(color: string, marginLeft: number): Node {
  return box({width: 34, height: 34, borderRadius: 17, backgroundColor: color, marginLeft}, '')
}

function box(style: Record<string, string | number>, children: Node[] | string): Node {
  return {type: 'div', key: null, props: {style: {display: 'flex', ...style}, children}}
}
