export {cadenceOf} from './cadenceOf.ts'
export {scheduleOf, type Session} from './scheduleOf.ts'
export {
  fieldsOf,
  isFields,
  itemsOf,
  publishedId,
  refOf,
  textOf,
  type Fields,
  type StoredDocument,
} from './stored.ts'
export {languageName} from '../translation/languageName.ts'
export {translatableFields, type TranslatableField} from '../translation/translatableFields.ts'
