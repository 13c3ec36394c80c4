import {regionZones} from '@touchpoints/calendar/time'

import type {Place} from './sessionTimes.ts'

/** The three regions, by the place that stands for each. */
export const regionPlaces: readonly Place[] = [
  {name: 'APAC', timeZone: regionZones.APAC},
  {name: 'EMEA', timeZone: regionZones.EMEA},
  {name: 'AMER', timeZone: regionZones.AMER},
]
