import {type CopyJob, type CopyJobs} from '../datasets/copyJobs.ts'
import type {Datasets} from '../datasets/datasets.ts'
import type {EventStreams} from '../events/eventStreams.ts'
import {requestError} from '../http/apiError.ts'
import {findDataset} from '../http/findDataset.ts'
import {readJson} from '../http/readBody.ts'
import {datasetPaths, requestedProject} from '../http/requestedProject.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import {isObject} from '../json.ts'

const reasonForReaders =
  'Requests with a token get the reason: GET /projects/<project>/datasets/copy.'
const maxListed = 1_000
const defaultListed = 10

export interface CopyRoutesOptions {
  datasets: Datasets
  jobs: CopyJobs
  streams: Pick<EventStreams, 'open'>
}

/** `/datasets/:dataset/copy` and `/jobs/:job`: copies datasets, and says how far the copies are. */
export function copyRoutes({datasets, jobs, streams}: CopyRoutesOptions): ProjectRouter {
  const routes = newProjectRouter()
  for (const path of datasetPaths) {
    routes
      .get(`${path}/copy`, (context) => {
        requireRole(context.var.visitor, 'read')
        const offset = number(context.req.query('offset'), 0)
        const limit = Math.min(number(context.req.query('limit'), defaultListed), maxListed)
        const all = jobs.list(requestedProject(context))
        return context.json(all.slice(offset, offset + limit))
      })
      .put(`${path}/:dataset/copy`, async (context) => {
        requireRole(context.var.visitor, 'write')
        const projectId = requestedProject(context)
        const {engine} = findDataset(
          datasets,
          {projectId, dataset: context.req.param('dataset')},
          context.var.visitor,
        )
        const body = await readJson(context.req.raw)
        if (!isObject(body) || typeof body.targetDataset !== 'string') {
          throw requestError(400, 'The body must name the new dataset: {"targetDataset": "copy"}')
        }
        const {id, sourceDataset, targetDataset} = jobs.start({
          projectId,
          source: engine.dataset,
          target: body.targetDataset,
          skipHistory: body.skipHistory === true,
          skipContentReleases: body.skipContentReleases === true,
        })
        return context.json({
          jobId: id,
          datasetName: sourceDataset,
          targetDataset,
          message: 'Started',
        })
      })
  }
  return (
    routes
      .get('/:apiVersion/jobs/:job', (context) => {
        const {visitor, projectId} = context.var
        requireRole(visitor, 'read')
        return context.json(jobs.get(context.req.param('job'), projectId))
      })
      // Sanity's CLI sends no token here, and repeats a request that fails forever. Only who started the job, or may
      // list the jobs, knows its random id.
      .get('/:apiVersion/jobs/:job/listen', (context) => {
        const {visitor, projectId} = context.var
        const job = jobs.get(context.req.param('job'), projectId)
        return streams.open((stream) => {
          const send = ({state, progress, message: reason}: CopyJob) => {
            // The reason has names of datasets.
            const message =
              reason !== undefined && visitor.role === 'none' ? reasonForReaders : reason
            stream.send({
              event: 'job',
              data: {job_id: job.id, state, progress, ...(message !== undefined && {message})},
            })
            if (state !== 'completed' && state !== 'failed') return
            stream.send({event: 'done', data: {}})
            stream.end()
          }
          const stop = jobs.watch(job.id, send)
          send(job)
          return stop
        })
      })
  )
}

function number(value: string | undefined, fallback: number): number {
  const parsed = Number(value ?? fallback)
  return Number.isInteger(parsed) && parsed >= 0 ? parsed : fallback
}
