import {regionZones} from '@touchpoints/calendar/time'

import type {Place} from './sessionTimes.ts'

/** The three regions, each with a representative time zone. */
export const regionPlaces: readonly Place[] = [
  {name: 'APAC', timeZone: regionZones.APAC},
  {name: 'EMEA', timeZone: regionZones.EMEA},
  {name: 'AMER', timeZone: regionZones.AMER},
]
