export {compareReadings, type ReadingComparison} from './compareReadings.ts'
export type {ReadingCause, ReadingDifference} from './readingDifference.ts'
export {readWithNodeIcal, type SecondReadingOptions} from './readWithNodeIcal.ts'
export type {
  ReadingWindow,
  SecondOccurrence,
  SecondReading,
  SecondReadingFault,
} from './secondReading.ts'
export {defaultSecondReadingLimits, type SecondReadingLimits} from './secondReadingLimits.ts'
