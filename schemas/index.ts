export {documentTypes, schemaTypes} from './schemaTypes.ts'
export {codePrefix} from './withRules.ts'
