import sharp from 'sharp'
import {reasonOf} from '../reasonOf.ts'
import {imageMetadata} from './imageMetadata.ts'
import type {ImageJob, ImageReply} from './imageMessages.ts'
import {transformImage} from './transformImage.ts'

/**
 * The program of an image process: describes and transforms one image at a time. `imageProcess.ts` starts
 * it. It ends with the process that started it.
 */
async function run(job: ImageJob): Promise<ImageReply> {
  try {
    if (job.type === 'describe') {
      const description = await imageMetadata(job.bytes, new Set(job.previews), job.limits)
      return {type: 'described', description}
    }
    const {bytes, contentType, transform, limits} = job
    const rendition = await transformImage(bytes, contentType, transform, limits)
    return {type: 'transformed', rendition}
  } catch (error) {
    return {type: 'failed', message: reasonOf(error)}
  }
}

// The lake decides how many images are processed at a time. The cache would keep pixels in memory.
sharp.concurrency(1)
sharp.cache(false)

const send = (reply: ImageReply) => void process.send?.(reply)
process.on('message', (job: ImageJob) => {
  void run(job).then(send)
})
// Exiting would wait for the image.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
send({type: 'ready'})
