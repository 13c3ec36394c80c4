export {
  documentTypeNames,
  documentTypes,
  isDocumentTypeName,
  isSingleton,
  type DocumentTypeName,
  type SingletonTypeName,
} from './documentTypes.ts'
export type {None} from './none.ts'
export {isObjectTypeName, objectTypeNames, type ObjectTypeName} from './objectTypes.ts'
export type {ChoiceScalarName, PlainScalarName, ScalarName} from './scalarNames.ts'
export {findingCodes, type FindingCode} from '../rules/findingCodes.ts'
