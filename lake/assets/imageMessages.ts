import type {ImageDescription, ImageLimits, PreviewKind} from './imageDescription.ts'
import type {Rendition} from './renditionCache.ts'
import type {Transform} from './parseTransform.ts'

/** What an image process receives. */
export type ImageJob = {bytes: Uint8Array; limits: ImageLimits} & (
  | {type: 'describe'; previews: readonly PreviewKind[]}
  | {type: 'transform'; contentType: string; transform: Transform}
)

/** What an image process sends. */
export type ImageReply =
  /** The process has started. It takes jobs from now on. */
  | {type: 'ready'}
  | {type: 'described'; description: ImageDescription}
  | {type: 'transformed'; rendition: Rendition}
  /** The image is damaged, unsupported or too large. */
  | {type: 'failed'; message: string}
