import * as z from 'zod'
import {InvalidInputFault} from '../faults.ts'
import {isObject, type JsonObject} from '../json.ts'
import {firstIssue} from '../mutations/mutation.ts'

export const operations = ['create', 'update', 'delete'] as const

/** What a transaction did to a document. */
export type Operation = (typeof operations)[number]

const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET'] as const
const groq = z.string().max(20_000)

/** A header with one of these names would change where the request goes, or how it ends. */
const reservedHeader =
  /^(?:host|connection|content-length|transfer-encoding|upgrade|te|trailer|expect|keep-alive|proxy-.*|sanity-.*|idempotency-key)$/i

const headerName = /^[A-Za-z][A-Za-z0-9_-]{0,99}$/

const headers = z
  // Visible characters, spaces and tabs: a line break would start another header.
  .record(z.string(), z.string().regex(/^[\t\x20-\x7e]{0,2000}$/, 'is not a header value'))
  .superRefine((record, context) => {
    const names = Object.keys(record)
    if (names.length > 20) context.addIssue('has more than 20 entries')
    for (const name of names) {
      if (!headerName.test(name)) context.addIssue(`contains "${name}", which is not a header name`)
      if (reservedHeader.test(name))
        context.addIssue(`contains "${name}", which is set by the lake`)
    }
  })

const url = z
  .url({protocol: /^https?$/})
  .max(2_000)
  .refine((text) => {
    // The format above reports it.
    if (!URL.canParse(text)) return true
    const {username, password} = new URL(text)
    return username === '' && password === ''
  }, 'contains a password. Send it in a header')

/** The name of a dataset, or `*` for all datasets of the project, also later ones. An alias has no changes of its own. */
const dataset = z
  .string()
  .regex(/^(?:\*|[a-z0-9][a-z0-9_-]{0,63})$/, 'is not a dataset or *. Name the dataset of an alias')

/** The fields that a client sets. https://www.sanity.io/docs/http-reference/webhooks */
const fields = {
  name: z.string().min(1).max(200),
  url,
  dataset: dataset.default('*'),
  description: z.string().max(1_024).nullable().default(null),
  rule: z.object({
    on: z.array(z.enum(operations)).min(1),
    filter: groq.nullable().default(null),
    projection: groq.nullable().default(null),
  }),
  apiVersion: z.string().max(20).default('v2021-03-25'),
  httpMethod: z.enum(methods).default('POST'),
  includeDrafts: z.boolean().default(false),
  includeAllVersions: z.boolean().default(false),
  headers: headers.nullish().transform((value) => value ?? {}),
  secret: z.string().min(1).max(1_000).nullable().default(null),
  isDisabledByUser: z.boolean().default(false),
} as const

const newWebhook = z.object({
  type: z
    .literal('document', 'must be "document". Webhooks of transactions are not supported')
    .default('document'),
  ...fields,
})

export const storedWebhook = newWebhook.extend({
  id: z.string(),
  projectId: z.string(),
  isDisabled: z.boolean(),
  createdByUserId: z.string(),
  createdAt: z.string(),
  updatedAt: z.string().nullable(),
  deletedAt: z.null(),
})

export type NewWebhook = z.infer<typeof newWebhook>

/** A webhook, as the hosted service describes it. */
export type Webhook = z.infer<typeof storedWebhook>

/**
 * Parses the fields of a webhook. Fields of `base` that the body lacks stay as they are.
 *
 * @throws InvalidInputFault with the first invalid field
 */
export function parseWebhook(body: unknown, base?: Webhook): NewWebhook {
  const result = newWebhook.safeParse(base && isObject(body) ? merged(base, body) : body)
  if (result.success) return result.data
  throw new InvalidInputFault(`Invalid webhook: ${firstIssue(result.error)}`)
}

function merged(base: Webhook, body: JsonObject): JsonObject {
  const {rule} = body
  return {...base, ...body, rule: isObject(rule) ? {...base.rule, ...rule} : base.rule}
}
