export {ConnectionError} from './ConnectionError.ts'
export {localOnlyHeaders} from './localOnlyHeaders.ts'
export {readConnection, type Connection, type ConnectionVariables} from './readConnection.ts'
