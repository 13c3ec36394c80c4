export interface Swatch {
  _type: 'sanity.imagePaletteSwatch'
  /** `#rrggbb` */
  background: string
  /** The text color with the better contrast: black or white. */
  foreground: string
  title: string
  /** Percentage of the image. */
  population: number
}

export type SwatchName =
  | 'darkMuted'
  | 'darkVibrant'
  | 'lightMuted'
  | 'lightVibrant'
  | 'muted'
  | 'vibrant'

export type Palette = {
  _type: 'sanity.imagePalette'
  dominant: Swatch
} & {[name in SwatchName]?: Swatch}

interface Bucket {
  count: number
  sum: [number, number, number]
}

/**
 * Returns the typical colors of an image, with the hosted service's names.
 *
 * @param pixels red, green and blue, one byte each
 */
export function paletteOf(pixels: Uint8Array): Palette | undefined {
  const colors = [...bucketsOf(pixels).values()]
    .map(({count, sum}) => ({count, rgb: sum.map((part) => Math.round(part / count))}))
    .sort((a, b) => b.count - a.count)
  const [dominant] = colors
  if (!dominant) return undefined
  const total = pixels.length / 3
  const palette: Palette = {_type: 'sanity.imagePalette', dominant: swatch(dominant, total)}
  for (const color of colors) {
    const name = swatchName(color.rgb)
    // The most frequent color of each name comes first.
    if (name) palette[name] ??= swatch(color, total)
  }
  return palette
}

/** Groups colors by the upper three bits of each channel, 512 groups in all. */
function bucketsOf(pixels: Uint8Array): Map<number, Bucket> {
  const buckets = new Map<number, Bucket>()
  for (let index = 0; index + 2 < pixels.length; index += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(index, index + 3)
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5)
    const bucket = buckets.get(key) ?? {count: 0, sum: [0, 0, 0]}
    bucket.count++
    bucket.sum[0] += red
    bucket.sum[1] += green
    bucket.sum[2] += blue
    buckets.set(key, bucket)
  }
  return buckets
}

function swatchName(rgb: readonly number[]): SwatchName | undefined {
  const max = Math.max(...rgb) / 255
  const min = Math.min(...rgb) / 255
  const lightness = (max + min) / 2
  const span = max - min
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * lightness - 1))
  // Nearly black and nearly white do not characterize an image.
  if (lightness < 0.05 || lightness > 0.97) return undefined
  const vibrant = saturation >= 0.4
  if (lightness < 0.35) return vibrant ? 'darkVibrant' : 'darkMuted'
  if (lightness > 0.65) return vibrant ? 'lightVibrant' : 'lightMuted'
  return vibrant ? 'vibrant' : 'muted'
}

function swatch({count, rgb}: {count: number; rgb: readonly number[]}, total: number): Swatch {
  const [red = 0, green = 0, blue = 0] = rgb
  // Perceived brightness by ITU-R BT.601.
  const foreground = red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#000' : '#fff'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`,
    foreground,
    title: foreground,
    population: Math.round((count / total) * 10_000) / 100,
  }
}
