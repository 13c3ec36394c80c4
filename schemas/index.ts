export {documentTypes, schemaTypes} from './schemaTypes.ts'
