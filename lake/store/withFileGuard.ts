import {statSync} from 'node:fs'
import type {Store} from './store.ts'

/**
 * The same store, which refuses to write once its file is gone from its place. On Linux and macOS a
 * deleted file lives on for the process that has it open: what is written to it would be acknowledged,
 * and lost when the process ends. Looking costs some microseconds a write.
 */
export function withFileGuard(store: Store, file: string): Store {
  const held = identityOf(file)
  const assertInPlace = () => {
    if (identityOf(file) === held) return
    throw new Error(
      `${file} was deleted or replaced while the lake was running. ` +
        `Put it back, or stop the lake and start it again with what is there now.`,
    )
  }
  return {
    ...store,
    write(transaction) {
      assertInPlace()
      store.write(transaction)
    },
    setValue(name, value) {
      assertInPlace()
      store.setValue(name, value)
    },
    forgetHistory(before) {
      assertInPlace()
      return store.forgetHistory(before)
    },
    putBlob(hash, bytes) {
      assertInPlace()
      store.putBlob(hash, bytes)
    },
  }
}

function identityOf(file: string): string | undefined {
  const found = statSync(file, {throwIfNoEntry: false, bigint: true})
  return found && `${found.dev}:${found.ino}`
}
