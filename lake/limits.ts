/**
 * The budgets of a lake: what one request may use, and how many may wait. A request that exceeds a budget
 * gets an error. The other requests do not notice.
 */
export interface LakeLimits {
  /** Milliseconds that a query may take. */
  queryMilliseconds: number
  /**
   * Milliseconds that a query may take in the first lane. A query that takes longer runs again in the
   * second lane, with `queryMilliseconds`, so that the queries behind it do not wait for it.
   */
  quickQueryMilliseconds: number
  /** Queries that may wait for the first lane. */
  queuedQueries: number
  /** Queries that may wait for the second lane. */
  queuedSlowQueries: number
  /** Characters of a query's text. The hosted service allows as many bytes. */
  queryCharacters: number
  /** Bytes of a query's parameters, as JSON. */
  queryParameterBytes: number
  /** Bytes of a query's result, as JSON. */
  queryResultBytes: number
  /** Megabytes of memory that a query may use. A worker may use this plus four times the dataset's JSON. */
  queryMemoryMegabytes: number
  /** Milliseconds that all queries of one transaction may take. Other requests wait meanwhile. */
  mutationQueryMilliseconds: number
  /** Milliseconds that a listener's filter may take for one transaction. Other requests wait meanwhile. */
  listenerFilterMilliseconds: number
  /** Bytes of an uploaded image or file. */
  assetBytes: number
  /** Pixels of an uploaded image, or of one frame of an animated image. */
  inputPixels: number
  /** Pixels of all frames of an uploaded animated image together. */
  animationPixels: number
  /** Pixels of a transformed image. For an animated image, the pixels of all frames together. */
  outputPixels: number
  /** Milliseconds that reading or transforming an image may take. */
  imageMilliseconds: number
  /** Images that may wait to be read or transformed. */
  queuedImages: number
  /** Bytes of transformed images to keep in memory. */
  renditionBytes: number
  /** Mean delay of the event loop in milliseconds. Above it, the lake rejects new work. */
  eventLoopDelayMilliseconds: number
}

/** The defaults of `createLake({limits})`. docs/operations.md lists what each one bounds. */
export const defaultLimits = {
  queryMilliseconds: 5_000,
  quickQueryMilliseconds: 200,
  queuedQueries: 200,
  queuedSlowQueries: 8,
  queryCharacters: 300_000,
  queryParameterBytes: 1_000_000,
  queryResultBytes: 64_000_000,
  queryMemoryMegabytes: 512,
  mutationQueryMilliseconds: 250,
  listenerFilterMilliseconds: 100,
  assetBytes: 256 * 1024 * 1024,
  inputPixels: 100_000_000,
  animationPixels: 256_000_000,
  outputPixels: 16_000_000,
  imageMilliseconds: 10_000,
  queuedImages: 50,
  renditionBytes: 64 * 1024 * 1024,
  eventLoopDelayMilliseconds: 500,
} as const satisfies LakeLimits
