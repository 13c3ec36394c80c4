import type {Product} from './product.ts'
import type {Random} from './random.ts'

/** One way to harm the running product. */
export interface Attack {
  kind: 'feed' | 'query' | 'image' | 'import' | 'socket' | 'flood' | 'fault'
  /** What is tried, for the report. Unique within its kind. */
  name: string
  /**
   * Tries it once. Settles soon after `arena.signal` aborts, and leaves nothing open.
   *
   * @returns the outcome, such as a status, `closed` or `no response`. An exception is an outcome too.
   */
  run: (arena: Arena) => Promise<string>
}

/** What an attack can use. */
export interface Arena {
  product: Product
  random: Random
  /** Ends the attempt. */
  signal: AbortSignal
  /** Folder for files, removed at the end of the run. */
  folder: string
}
