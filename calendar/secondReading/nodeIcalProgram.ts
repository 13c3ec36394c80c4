import {nodeIcalOccurrences} from './nodeIcalOccurrences.ts'
import type {ReadingJob, SecondReading} from './secondReading.ts'

/**
 * The program of a second reading: reads one calendar with node-ical. `readWithNodeIcal.ts` starts it with UTC as
 * its zone, and ends it.
 */
function read(job: ReadingJob): SecondReading {
  try {
    return nodeIcalOccurrences(job)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {state: 'failed', fault: 'unreadable', message: reason}
  }
}

process.on('message', (job: ReadingJob) => void process.send?.(read(job)))
process.on('disconnect', () => process.exit())
