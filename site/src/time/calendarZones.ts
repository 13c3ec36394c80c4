/** Common zones of the menu, from east to west. */
const commonZones = [
  'Pacific/Auckland',
  'Australia/Sydney',
  'Asia/Tokyo',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Africa/Nairobi',
  'Europe/Helsinki',
  'Africa/Johannesburg',
  'Europe/Berlin',
  'Europe/Madrid',
  'Africa/Lagos',
  'Europe/London',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
] as const

/** Returns the zones of the menu: the community's zone, UTC, the current zone, and common ones. */
export function calendarZones(community: string, current: string): string[] {
  return [...new Set([community, 'UTC', current, ...commonZones])]
}
