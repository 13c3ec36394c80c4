/**
 * One time zone for each region, used to show its local time and its nights. It is near the middle of
 * the region's people and zones.
 */
export const regionZones = {
  APAC: 'Asia/Singapore',
  EMEA: 'Europe/Berlin',
  AMER: 'America/New_York',
} as const

export type Region = keyof typeof regionZones
