import {availableParallelism} from 'node:os'
import {WorkQueue} from '../budget/workQueue.ts'
import {CancelledFault, ImageFault} from '../faults.ts'
import type {LakeLimits} from '../limits.ts'
import type {ImageJob, ImageReply} from './imageMessages.ts'
import type {ImageDescription, PreviewKind} from './imageDescription.ts'
import {ImageProcess} from './imageProcess.ts'
import type {Rendition} from './renditionCache.ts'
import {renditionSize, type Size} from './renditionSize.ts'
import type {Transform} from './parseTransform.ts'

export interface TransformRequest {
  /** Reads the original. Called when it is its turn, because waiting originals would fill the memory. */
  read: () => Uint8Array
  contentType: string
  transform: Transform
  /** The size of the original, if its document has it. */
  source: Size | undefined
}

/** A rendition up to this size from an original up to that size takes 0.1 s. */
const maxQuickOutput = 1_000_000
const maxQuickInput = 20_000_000
/** AVIF takes this many times as long as JPEG. */
const avifFactor = 4

const idleMilliseconds = 60_000

/**
 * Describes and transforms images in processes of their own, which end when they are idle.
 *
 * Small renditions, which pages consist of, have a process for themselves: they never wait for a large one.
 */
export class ImageRunner {
  readonly #limits: LakeLimits
  readonly #quick: ImageLane
  readonly #slow: ImageLane

  constructor(limits: LakeLimits) {
    this.#limits = limits
    this.#quick = new ImageLane(1, limits)
    this.#slow = new ImageLane(Math.max(availableParallelism() - 1, 1), limits)
  }

  /** Returns what the document of an image says about it. @throws ImageFault, OverloadFault */
  async describe(
    bytes: Uint8Array,
    previews: readonly PreviewKind[],
    signal: AbortSignal,
  ): Promise<ImageDescription> {
    const job = {type: 'describe', bytes, previews, limits: this.#limits} as const
    const reply = await this.#slow.run(() => job, signal)
    if (reply.type === 'described') return reply.description
    throw failureOf(reply)
  }

  /** Transforms an image. @throws ImageFault, OverloadFault */
  async transform(request: TransformRequest, signal: AbortSignal): Promise<Rendition> {
    const {read, contentType, transform} = request
    const lane = this.#isQuick(request) ? this.#quick : this.#slow
    const limits = this.#limits
    const reply = await lane.run(
      () => ({type: 'transform', bytes: read(), contentType, transform, limits}),
      signal,
    )
    if (reply.type === 'transformed') return reply.rendition
    throw failureOf(reply)
  }

  close() {
    this.#quick.close()
    this.#slow.close()
  }

  #isQuick({contentType, transform, source}: TransformRequest): boolean {
    if (!source || contentType === 'image/gif') return false
    const {width = source.width, height = source.height} =
      renditionSize(transform, source, this.#limits.outputPixels) ?? source
    const cost = width * height * (transform.format === 'avif' ? avifFactor : 1)
    return cost <= maxQuickOutput && source.width * source.height <= maxQuickInput
  }
}

function failureOf(reply: ImageReply): ImageFault {
  return new ImageFault(reply.type === 'failed' ? reply.message : 'Could not process the image')
}

/** Processes of one kind, and the jobs that wait for them. */
class ImageLane {
  readonly #queue: WorkQueue
  readonly #milliseconds: number
  readonly #idle: ImageProcess[] = []
  readonly #closing = new AbortController()
  #timer: NodeJS.Timeout | undefined

  constructor(concurrency: number, limits: LakeLimits) {
    this.#queue = new WorkQueue({concurrency, maxWaiting: limits.queuedImages, work: 'images'})
    this.#milliseconds = limits.imageMilliseconds
  }

  run(makeJob: () => ImageJob, client: AbortSignal): Promise<ImageReply> {
    const signal = AbortSignal.any([client, this.#closing.signal])
    return this.#queue.run(
      async () => {
        if (signal.aborted) throw new CancelledFault()
        const worker = this.#takeProcess()
        try {
          return await worker.run(makeJob(), this.#milliseconds, signal)
        } finally {
          this.#idle.push(worker)
          clearTimeout(this.#timer)
          this.#timer = setTimeout(() => this.#endIdle(), idleMilliseconds).unref()
        }
      },
      {signal},
    )
  }

  close() {
    this.#closing.abort()
    clearTimeout(this.#timer)
    this.#endIdle()
  }

  #takeProcess(): ImageProcess {
    for (;;) {
      const worker = this.#idle.pop() ?? new ImageProcess()
      if (!worker.hasEnded) return worker
    }
  }

  #endIdle() {
    for (const worker of this.#idle.splice(0)) worker.end()
  }
}
