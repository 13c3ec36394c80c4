export {
  addedRulesFor,
  applyAddedRules,
  type AddedFinding,
  type AddedRule,
  type RuledExtension,
} from './addedRules.ts'
export {applyRules} from './applyRules.ts'
export {checkDataset, checkExtendedDataset} from './checkDataset.ts'
export {datasetIndex} from './datasetIndex.ts'
export type {Finding, DocumentQuery, Rule} from './finding.ts'
export {findingCodes} from './findingCodes.ts'
export {calendarsOf, type CalendarIdentity} from './links/calendarIdentity.ts'
export {withoutTracking} from './links/withoutTracking.ts'
export {youtubeLink, type YoutubeLink} from './links/youtubeLink.ts'
export type {PathSegment} from '../reading/pathSegment.ts'
export {publishedId, type StoredDocument} from '../reading/stored.ts'
export {rulesFor} from './rulesByType.ts'
