/** The part of a process that writes warnings. */
interface Warner {
  emitWarning: (typeof process)['emitWarning']
}

/**
 * Silences the warning of Node 22 that its SQLite is experimental. Call it before `node:sqlite` loads. The lake is
 * tested with that version, and nobody who starts a lake can do something about the warning. All others pass.
 */
export function silenceSqliteWarning(warner: Warner): void {
  const {emitWarning} = warner
  warner.emitWarning = (...args: unknown[]) => {
    const [warning, type] = args
    if (type === 'ExperimentalWarning' && String(warning).startsWith('SQLite ')) return
    Reflect.apply(emitWarning, warner, args)
  }
}
