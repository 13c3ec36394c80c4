import {statSync} from 'node:fs'
import type {Store} from './store.ts'

/**
 * Returns the same store, which throws on writes after its file was deleted or replaced.
 *
 * On Linux and macOS, a process can still write to a deleted file that it has open. Those writes would be
 * acknowledged, and lost when the process ends. The check takes some microseconds for each write.
 */
export function withFileGuard(store: Store, file: string): Store {
  const original = identityOf(file)
  const assertInPlace = () => {
    if (identityOf(file) === original) return
    throw new Error(
      `${file} was deleted or replaced while the lake was running. ` +
        `Restore it, or restart the lake to continue with the file that is there now.`,
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
    pruneHistory(before, latest) {
      assertInPlace()
      return store.pruneHistory(before, latest)
    },
    putBlob(hash, bytes) {
      assertInPlace()
      store.putBlob(hash, bytes)
    },
  }
}

function identityOf(file: string): string | undefined {
  const stats = statSync(file, {throwIfNoEntry: false, bigint: true})
  return stats && `${stats.dev}:${stats.ino}`
}
