import {requestError} from '../http/apiError.ts'
import {readJson} from '../http/readBody.ts'
import {newRouter, type Router} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import {parseSchedule, parseScheduleChanges, type Schedule} from '../schedules/schedule.ts'
import type {Schedules} from '../schedules/schedules.ts'

const path = '/:apiVersion/schedules/:project/:dataset'
const onePath = `${path}/:id` as const

/** Schedules of documents. https://www.sanity.io/docs/http-reference/scheduling */
export function scheduleRoutes(schedules: Schedules): Router {
  return newRouter()
    .get(path, (context) => {
      requireRole(context.var.visitor, 'read')
      return context.json({schedules: listed(schedules.list(), new URL(context.req.url))})
    })
    .post(path, async (context) => {
      const {visitor} = context.var
      requireRole(visitor, 'write')
      const fields = parseSchedule(await readJson(context.req.raw))
      return context.json(schedules.create(fields, visitor.id))
    })
    .get(onePath, (context) => {
      requireRole(context.var.visitor, 'read')
      return context.json(required(schedules, context.req.param('id')))
    })
    .patch(onePath, async (context) => {
      requireRole(context.var.visitor, 'write')
      const changes = parseScheduleChanges(await readJson(context.req.raw))
      return context.json(schedules.update(required(schedules, context.req.param('id')), changes))
    })
    .delete(onePath, (context) => {
      requireRole(context.var.visitor, 'write')
      schedules.delete(required(schedules, context.req.param('id')).id)
      return new Response(null, {status: 204})
    })
    .post(`${onePath}/publish`, (context) => {
      const {visitor} = context.var
      requireRole(visitor, 'write')
      const schedule = required(schedules, context.req.param('id'))
      return context.json({transactionId: schedules.execute(schedule, visitor.id)})
    })
}

function required(schedules: Schedules, id: string): Schedule {
  const schedule = schedules.get(id)
  if (schedule) return schedule
  throw requestError(404, `There is no schedule with the id "${id}"`)
}

function listed(all: readonly Schedule[], {searchParams}: URL): Schedule[] {
  const state = searchParams.get('state')
  const ids = searchParams.get('documentIds')?.split(',').filter(Boolean) ?? []
  const limit = Number(searchParams.get('limit') ?? Number.POSITIVE_INFINITY)
  return all
    .filter((schedule) => state === null || schedule.state === state)
    .filter(
      ({documents}) =>
        ids.length === 0 || documents.some(({documentId}) => ids.includes(documentId)),
    )
    .slice(0, Number.isNaN(limit) ? undefined : limit)
}
