/** What the streams of a lake may keep in memory. docs/operations.md lists the defaults. */
export interface StreamLimits {
  /** Open listeners and live event streams. A further one gets 503. */
  listeners: number
  /** Bytes of events that may wait for one listener that does not read. Then its connection is closed. */
  unreadBytes: number
  /** Bytes of events that may wait for all listeners together. Then the slowest one is closed. */
  totalUnreadBytes: number
  /** Transactions that a client can catch up on after it lost its connection. */
  recentTransactions: number
  /** Bytes of the documents and mutations in these transactions, as JSON. */
  recentBytes: number
}

export const defaultStreamLimits = {
  listeners: 1_000,
  unreadBytes: 4_000_000,
  totalUnreadBytes: 64_000_000,
  recentTransactions: 1_000,
  recentBytes: 32_000_000,
} as const satisfies StreamLimits
