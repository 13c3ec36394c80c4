import {statSync} from 'node:fs'
import {reasonOf} from '../reasonOf.ts'
import type {Store} from './store.ts'

/** A log that was deleted between writes is noticed after this time, before much can happen. */
const checkMilliseconds = 1_000

interface FileGuardOptions {
  file: string
  /** Copies the log into the file. */
  checkpoint: () => void
}

/**
 * Returns the same store, which throws on writes after its file or its log (`-wal`) was deleted, replaced or
 * truncated.
 *
 * On Linux and macOS, a process can still write to a deleted file that it has open. Those writes would be
 * acknowledged, and lost when the process ends. SQLite creates the log when it opens the file, then only
 * overwrites or extends it, and deletes it when it closes the file. So while the lake runs, its identity
 * stays and its size never shrinks. The index of the log (`-shm`) is in memory, because the file is locked.
 *
 * If only the log is gone, its content is still readable through the open file. It is copied into the file
 * at once, so no acknowledged write is lost. The checks take 40 microseconds for a write
 * that takes 5 milliseconds, on a busy machine.
 */
export function withFileGuard(store: Store, {file, checkpoint}: FileGuardOptions): Store {
  const data = watchedFile(file)
  const log = watchedFile(`${file}-wal`)
  let isSaved = false

  /** Returns why writes must stop, after saving what can be saved. Undefined if all is well. */
  const fault = (): string | undefined => {
    const reason = data.fault()
    if (reason) {
      return `${reason} Restore it, or restart the lake to continue with the file that is there now. Until then, you can read and export.`
    }
    const logReason = log.fault()
    if (!logReason) {
      isSaved = false
      return undefined
    }
    // What was overwritten in place cannot be read any more.
    if (log.isTruncated()) {
      return `${logReason} Export the documents, and import them into a new file.`
    }
    if (!isSaved) {
      try {
        checkpoint()
        isSaved = true
      } catch (error) {
        return `${logReason} Its content could not be saved (${reasonOf(error)}). Export the documents before you stop the lake.`
      }
    }
    return `${logReason} Every earlier write is saved in ${file}. Restart the lake to continue.`
  }
  const guarded = <Result>(write: () => Result): Result => {
    const reason = fault()
    if (reason) throw new Error(reason)
    const result = write()
    log.remember()
    return result
  }
  const timer = setInterval(fault, checkMilliseconds)
  timer.unref()

  return {
    ...store,
    write: (transaction) => guarded(() => store.write(transaction)),
    setValue: (name, value) => guarded(() => store.setValue(name, value)),
    deleteValue: (name) => guarded(() => store.deleteValue(name)),
    pruneHistory: (before, latest) => guarded(() => store.pruneHistory(before, latest)),
    putBlob: (hash, bytes) => guarded(() => store.putBlob(hash, bytes)),
    close() {
      clearInterval(timer)
      store.close()
    },
  }
}

/** Watches the identity of a file, and that it does not shrink. */
function watchedFile(path: string) {
  const read = () => {
    const stats = statSync(path, {throwIfNoEntry: false, bigint: true})
    return {id: stats && `${stats.dev}:${stats.ino}`, size: stats?.size ?? 0n}
  }
  const original = read()
  let {size} = original
  return {
    isTruncated: () => {
      const current = read()
      return current.id === original.id && current.size < size
    },
    remember: () => {
      size = read().size
    },
    fault: (): string | undefined => {
      const current = read()
      if (current.id !== original.id) {
        return `${path} was deleted or replaced while the lake was running.`
      }
      return current.size < size ? `${path} was truncated while the lake was running.` : undefined
    },
  }
}
