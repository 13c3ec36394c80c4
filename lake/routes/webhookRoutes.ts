import type {Datasets} from '../datasets/datasets.ts'
import {requestError} from '../http/apiError.ts'
import {assertProject} from '../http/findDataset.ts'
import {readJson} from '../http/readBody.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import {requireRole} from '../http/visitor.ts'
import {listedMessage} from '../webhooks/message.ts'
import type {Webhook} from '../webhooks/webhook.ts'
import type {Webhooks} from '../webhooks/webhooks.ts'

const all = '/:apiVersion/hooks/projects/:project'
const one = `${all}/:hook` as const
const defaultLimit = 100

/**
 * Webhooks, and the log that `sanity hook logs` prints. A webhook contains its secret, so that all of these need
 * a token that writes. https://www.sanity.io/docs/http-reference/webhooks
 */
export function webhookRoutes(datasets: Datasets, webhooks: Webhooks): ProjectRouter {
  const required = (projectId: string, id: string): Webhook => {
    const webhook = webhooks.definitions.get(projectId, id)
    if (webhook) return webhook
    throw requestError(404, `There is no webhook with the id "${id}" in project "${projectId}"`)
  }
  const routes = newProjectRouter()
  routes.use(`${all}/*`, async (context, next) => {
    requireRole(context.var.visitor, 'write')
    assertProject(datasets, context.req.param('project'), context.var.visitor)
    await next()
  })
  return routes
    .get(all, (context) => context.json(webhooks.definitions.list(context.req.param('project'))))
    .post(all, async (context) => {
      const body = await readJson(context.req.raw)
      const {id: author} = context.var.visitor
      return context.json(
        webhooks.definitions.create(context.req.param('project'), body, author),
        201,
      )
    })
    .get(`${all}/attempts/:attempt`, (context) => {
      const {project, attempt: id} = context.req.param()
      const attempt = webhooks.attempt(project, id)
      if (!attempt) throw requestError(404, `The log has no attempt with the id "${id}"`)
      return context.json(attempt)
    })
    .get(one, (context) => {
      const {project, hook} = context.req.param()
      return context.json(required(project, hook))
    })
    .on(['PATCH', 'PUT'], one, async (context) => {
      const {project, hook} = context.req.param()
      const body = await readJson(context.req.raw)
      return context.json(webhooks.definitions.update(required(project, hook), body))
    })
    .delete(one, (context) => {
      const {project, hook} = context.req.param()
      webhooks.delete(required(project, hook))
      return new Response(null, {status: 204})
    })
    .get(`${one}/messages`, (context) => {
      const {project, hook} = context.req.param()
      const messages = webhooks.messages(required(project, hook)).map(listedMessage)
      return context.json(page(messages, new URL(context.req.url)))
    })
    .get(`${one}/attempts`, (context) => {
      const {project, hook} = context.req.param()
      const attempts = webhooks
        .messages(required(project, hook))
        .flatMap((message) => message.attempts.toReversed())
      return context.json(page(attempts, new URL(context.req.url)))
    })
}

function page<Item>(items: readonly Item[], {searchParams}: URL): Item[] {
  const offset = countOf(searchParams.get('offset'), 0)
  return items.slice(offset, offset + countOf(searchParams.get('limit'), defaultLimit))
}

function countOf(text: string | null, fallback: number): number {
  const count = Number(text ?? fallback)
  return Number.isInteger(count) && count >= 0 ? count : fallback
}
