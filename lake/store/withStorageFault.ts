import {StorageFault} from '../faults.ts'
import {reasonOf} from '../reasonOf.ts'

/** Runs a write. @throws StorageFault if it fails, so that the client gets the reason */
export function withStorageFault(name: string, write: () => void) {
  try {
    write()
  } catch (error) {
    const reason = reasonOf(error)
    const message = `Could not store the ${name}: ${reason}. Nothing was stored.`
    throw new StorageFault(message, {cause: error})
  }
}
