/** What clients of a server may hold open. docs/operations.md lists the defaults. */
export interface ServerLimits {
  /** Open connections. A further connection is closed at once. */
  connections: number
  /** Open presence sockets. A further one gets 503. */
  sockets: number
  /** Milliseconds until the headers of a request must be complete. */
  headersMilliseconds: number
  /** Milliseconds until a request, with its body, must be complete. */
  requestMilliseconds: number
  /** Milliseconds without any data in either direction. Then the connection is closed. */
  idleMilliseconds: number
  /** Milliseconds until a presence socket must have sent its token. Only for a lake with tokens. */
  authorizationMilliseconds: number
}

/** A Studio's window needs about ten connections. A heartbeat every 15 seconds keeps a stream open. */
export const defaultServerLimits = {
  connections: 1_000,
  sockets: 250,
  headersMilliseconds: 10_000,
  // An upload of 256 MB needs them on a line with 7 Mbit/s.
  requestMilliseconds: 300_000,
  idleMilliseconds: 120_000,
  authorizationMilliseconds: 10_000,
} as const satisfies ServerLimits
