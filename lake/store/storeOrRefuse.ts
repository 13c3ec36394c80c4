import {StorageFault} from '../faults.ts'
import {reasonOf} from '../reasonOf.ts'

/** @throws StorageFault when it cannot be stored; the client learns of it. */
export function storeOrRefuse(what: string, store: () => void) {
  try {
    store()
  } catch (error) {
    const reason = reasonOf(error)
    const message = `The ${what} could not be stored, nothing of it was kept: ${reason}`
    throw new StorageFault(message, {cause: error})
  }
}
