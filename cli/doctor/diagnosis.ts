/** The result of one check. */
export interface Diagnosis {
  about: string
  state: 'ok' | 'warn' | 'fail'
  /** The result and, unless it is ok, what to do. */
  message: string
}
