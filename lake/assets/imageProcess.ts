import {type ChildProcess, fork} from 'node:child_process'
import {imageProgram} from '../budget/programs.ts'
import {CancelledFault, ImageFault} from '../faults.ts'
import type {ImageJob, ImageReply} from './imageMessages.ts'

/**
 * A process that works on one image at a time.
 *
 * libvips cannot be stopped while it encodes: AVIF of 4 megapixels took 34 s on a busy machine, with a
 * timeout of 10 s. A process can. It also takes its memory with it, and a decoder that crashes ends only
 * this process.
 */
export class ImageProcess {
  readonly #child: ChildProcess
  readonly #ready: Promise<ImageReply>
  #onReply: (reply: ImageReply) => void = () => {}
  #onEnd: (reason: Error) => void = () => {}

  constructor() {
    this.#child = fork(imageProgram, {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (reply: ImageReply) => this.#onReply(reply))
    this.#child.on('error', () => this.end())
    this.#child.on('exit', () =>
      this.#onEnd(new ImageFault('Could not process the image: the decoder crashed')),
    )
    this.#ready = this.#nextReply()
    // Each job reports it.
    this.#ready.catch(() => {})
    this.#setActive(false)
  }

  get hasEnded(): boolean {
    return !this.#child.connected || this.#child.killed
  }

  /**
   * Runs a job.
   *
   * @param signal ends the process when nobody needs the result any more
   * @throws ImageFault if the job takes too long, or if the image crashes the process
   */
  async run(job: ImageJob, milliseconds: number, signal: AbortSignal): Promise<ImageReply> {
    const end = (reason: Error) => {
      this.#onEnd(reason)
      this.end()
    }
    const cancel = () => end(new CancelledFault())
    const expire = () =>
      end(new ImageFault(`Processing the image took longer than ${milliseconds} ms`))
    let timer: NodeJS.Timeout | undefined
    signal.addEventListener('abort', cancel, {once: true})
    this.#setActive(true)
    try {
      await this.#ready
      // The start of the process does not count: on a busy machine it takes a second.
      timer = setTimeout(expire, milliseconds)
      const reply = this.#nextReply()
      this.#child.send(job)
      return await reply
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      this.#setActive(false)
    }
  }

  end() {
    this.#child.kill('SIGKILL')
  }

  #nextReply(): Promise<ImageReply> {
    return new Promise((resolve, reject) => {
      this.#onReply = resolve
      this.#onEnd = reject
    })
  }

  /** An idle process must not keep the lake's process running. */
  #setActive(isActive: boolean) {
    const method = isActive ? 'ref' : 'unref'
    this.#child[method]()
    this.#child.channel?.[method]()
  }
}
