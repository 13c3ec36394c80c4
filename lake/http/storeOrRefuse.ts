import {requestError} from './apiError.ts'

/**
 * Full disks and the like: the client is told, and neither disk nor memory has any of it.
 *
 * @throws ApiError 507
 */
export function storeOrRefuse(what: string, store: () => void) {
  try {
    store()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw requestError(507, `The ${what} could not be stored, nothing of it was kept: ${reason}`)
  }
}
