export {defineExtension, type StudioExtension} from './defineExtension.ts'
export {isExtension} from './isExtension.ts'
export type {
  Added,
  DocumentOf,
  Extended,
  ExtendedDocument,
  Extension,
  ExtensionFinding,
  ExtensionRule,
  FieldsOf,
  JsonValue,
  Published,
} from './extension.ts'
export {field, type Source} from '../views/source.ts'
export {projection} from '../views/projection.ts'
