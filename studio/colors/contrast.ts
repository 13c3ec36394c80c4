// Stands in for the function of the schemas until it is there.
export const textContrast = 4.5
export const pageBackground = {light: '#fbfaf5', dark: '#0c1417'} as const
export function contrastOf(color: string, background: string): number {
  const luminance = (hex: string) =>
    [1, 3, 5]
      .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0)
  const [darker = 0, lighter = 0] = [luminance(color), luminance(background)].toSorted(
    (a, b) => a - b,
  )
  return (lighter + 0.05) / (darker + 0.05)
}
export function readableOn(color: string, _background: string): string {
  return color
}
