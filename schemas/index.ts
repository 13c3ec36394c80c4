export {
  documentTypeNames,
  documentTypes,
  isDocumentTypeName,
  isSingleton,
  type DocumentTypeName,
  type SingletonTypeName,
} from './registry/documentTypes.ts'
export {codePrefix} from './asValidation.ts'
export type {
  AddedDocument,
  AddedFields,
  AddedType,
  SchemaExtension,
} from './extension/schemaExtension.ts'
export {schemaTypesWith} from './extension/schemaTypesWith.ts'
export {optionTitle} from './scalarTypes.ts'
export {schemaTypes, type OwnType} from './schemaTypes.ts'
