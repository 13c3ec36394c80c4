/**
 * One place to stand for each region, where its local time is shown and its nights are told: near the
 * middle of the region's people and of its zones.
 */
export const regionZones = {
  APAC: 'Asia/Singapore',
  EMEA: 'Europe/Berlin',
  AMER: 'America/New_York',
} as const

export type Region = keyof typeof regionZones
