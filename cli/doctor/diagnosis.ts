/** The result of one check. */
export interface Diagnosis {
  about: string
  /** `info` needs nothing to be done. */
  state: 'ok' | 'info' | 'warn' | 'fail'
  /** The result and, for `warn` and `fail`, what to do. */
  message: string
}
