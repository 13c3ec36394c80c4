import {shiftDate} from './shiftDate.ts'

// Node runs this file before a program because of NODE_OPTIONS: see suiteClock.ts.
shiftDate(Number(new URL(import.meta.url).searchParams.get('offset')))
