import {ImageRunner} from './assets/imageRunner.ts'
import {EventStreams} from './events/eventStreams.ts'
import {defaultStreamLimits, type StreamLimits} from './events/streamLimits.ts'
import type {LakeLimits} from './limits.ts'
import {QueryLanes} from './query/queryLanes.ts'

/** What the datasets of a lake share, so that memory and processes grow with the work and not with the datasets. */
export interface SharedResources {
  /** Describes and transforms images. */
  readonly images: ImageRunner
  /** Evaluate the queries of clients. */
  readonly lanes: QueryLanes
  readonly streams: EventStreams
  readonly streamLimits: StreamLimits
  /** Where clients reach the lake. Undefined before it listens. */
  address?: string
  close(): void
}

/** @param streams - what streams may keep in memory, where it differs from the defaults */
export function openSharedResources(
  limits: LakeLimits,
  streams: Partial<StreamLimits> = {},
): SharedResources {
  const images = new ImageRunner(limits)
  const lanes = new QueryLanes(limits)
  const streamLimits = {...defaultStreamLimits, ...streams} satisfies StreamLimits
  return {
    images,
    lanes,
    streams: new EventStreams(streamLimits),
    streamLimits,
    close() {
      images.close()
      lanes.close()
    },
  }
}
