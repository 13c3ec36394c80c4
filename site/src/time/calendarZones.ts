/** Zones to choose from: the community's and the chosen one, then places east to west in daylight order. */
const places = [
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

export function calendarZones(community: string, chosen: string): string[] {
  return [...new Set([community, 'UTC', chosen, ...places])]
}
