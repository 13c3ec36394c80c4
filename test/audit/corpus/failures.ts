import type {Failure} from './community.ts'
import {roomFailures} from './rooms.ts'
import {singleDateFailures} from './singleDates.ts'
import {sourceFailures} from './sources.ts'
import {wholeSeriesFailures} from './wholeSeries.ts'

/** Every failure of the corpus. */
export const failures: readonly Failure[] = [
  ...singleDateFailures,
  ...wholeSeriesFailures,
  ...sourceFailures,
  ...roomFailures,
]
