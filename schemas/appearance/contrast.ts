/** Contrast that text needs with its background (WCAG 2.2, success criterion 1.4.3, level AA). */
export const textContrast = 4.5

/** Background of the site's pages. A test compares them with the site's style sheet. */
export const pageBackground = {light: '#fbfaf5', dark: '#0c1417'} as const

/**
 * Returns the contrast ratio of two colors, 1 to 21 (WCAG 2.2, "contrast ratio").
 *
 * @param color - `#rrggbb`
 * @param background - `#rrggbb`
 * @example contrastOf('#767676', '#ffffff') // 4.54…
 */
export function contrastOf(color: string, background: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(color), luminanceOf(background)].toSorted(
    (a, b) => a - b,
  )
  return (lighter + 0.05) / (darker + 0.05)
}

/**
 * Returns the color that is nearest to another one and readable on a background. It mixes in black on a
 * light background, and white on a dark one. A readable color is returned as it is.
 *
 * @example readableOn('#ff8800', '#ffffff') // '#b36000'
 */
export function readableOn(color: string, background: string): string {
  const target = luminanceOf(background) > 0.18 ? 0 : 255
  const steps = 128
  for (let step = 0; step <= steps; step += 1) {
    const mixed = mix(color, target, step / steps)
    if (contrastOf(mixed, background) >= textContrast) return mixed
  }
  return target === 0 ? '#000000' : '#ffffff'
}

/** WCAG 2.2, "relative luminance", 0 to 1. */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(color: string, target: number, share: number): string {
  const parts = channelsOf(color).map((value) => {
    const mixed = Math.round(value + (target - value) * share)
    return mixed.toString(16).padStart(2, '0')
  })
  return `#${parts.join('')}`
}

function channelsOf(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
}
