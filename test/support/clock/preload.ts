import {shiftDate} from './shiftDate.ts'

// Node runs this before a program, as NODE_OPTIONS says: see suiteClock.ts.
shiftDate(Number(new URL(import.meta.url).searchParams.get('offset')))
