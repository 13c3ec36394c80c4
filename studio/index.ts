export {
  ConnectionError,
  readConnection,
  type Connection,
  type ConnectionVariables,
} from './connection/index.ts'
export {workspaceOf} from './connection/workspaceOf.ts'
export {withIcons} from './icons/withIcons.ts'
export {touchpoints} from './touchpoints.ts'
