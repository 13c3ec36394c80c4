export {
  documentTypeNames,
  documentTypes,
  isDocumentTypeName,
  isSingleton,
  type DocumentTypeName,
  type SingletonTypeName,
} from './registry/documentTypes.ts'
export {schemaTypes} from './schemaTypes.ts'
export {codePrefix} from './withRules.ts'
