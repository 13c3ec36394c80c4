export {runCommand} from './runCommand.ts'
export type {Shell} from './shell.ts'
