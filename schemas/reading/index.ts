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
