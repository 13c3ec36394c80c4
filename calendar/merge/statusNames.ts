/**
 * What English sentences of this package call a status. `statusWord` of `@touchpoints/words` imports this package,
 * so the words are here a second time, and a test compares them.
 */
export const statusNames = {
  planned: 'tentative',
  tentative: 'tentative',
  confirmed: 'confirmed',
  held: 'held',
  cancelled: 'canceled',
  'to-be-announced': 'to be announced',
} as const

/** Returns the name of a status, and any other text as it is. */
export function statusName(status: string): string {
  return new Map<string, string>(Object.entries(statusNames)).get(status) ?? status
}
