export {ConnectionError} from './connection/ConnectionError.ts'
export {
  readConnection,
  type Connection,
  type ConnectionVariables,
} from './connection/readConnection.ts'
export {workspaceOf} from './connection/workspaceOf.ts'
export {withIcons} from './icons/withIcons.ts'
export {touchpoints} from './touchpoints.ts'
