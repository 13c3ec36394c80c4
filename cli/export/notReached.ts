import {unreachable} from '../unreachable.ts'

/** For `catch` of a promise: the failure in the words of the command. */
export function notReached(error: unknown): never {
  throw unreachable(error)
}
