/** One thing that was looked at. */
export interface Diagnosis {
  about: string
  state: 'ok' | 'doubtful' | 'broken'
  /** What was found and, unless it is in order, what to do. */
  message: string
}
