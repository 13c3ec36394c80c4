import type {Cadence} from './cadence.ts'

/** A cadence as code writes it: without the lists that would be empty. */
export interface PlainCadence {
  slots: Cadence['slots']
  exceptions?: Cadence['exceptions'] | null | undefined
  breaks?: Cadence['breaks'] | null | undefined
}

/** Returns a cadence with both of its lists. */
export function withLists({slots, exceptions, breaks}: PlainCadence): Cadence {
  return {slots, exceptions: exceptions ?? [], breaks: breaks ?? []}
}
