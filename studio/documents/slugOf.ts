/**
 * Writes a title as a slug. Returns undefined if it has no Latin letter or digit, such as a Japanese title.
 *
 * @example slugOf('SIG Métricas') // 'sig-metricas'
 */
export function slugOf(title: string): string | undefined {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
  return words.slice(0, 80).replaceAll(/^-+|-+$/g, '') || undefined
}
