import * as z from 'zod'
import {InvalidInputFault} from '../faults.ts'

const attributes = z.record(z.string(), z.unknown())
const params = attributes.optional()

const insert = z.union([
  z.strictObject({before: z.string(), items: z.array(z.unknown())}),
  z.strictObject({after: z.string(), items: z.array(z.unknown())}),
  z.strictObject({replace: z.string(), items: z.array(z.unknown())}),
])

/** Format of a patch. https://www.sanity.io/docs/http-reference/mutation#patch */
export const patchOperations = z.object({
  set: attributes.optional(),
  setIfMissing: attributes.optional(),
  unset: z.array(z.string()).optional(),
  inc: z.record(z.string(), z.number()).optional(),
  dec: z.record(z.string(), z.number()).optional(),
  insert: insert.optional(),
  diffMatchPatch: z.record(z.string(), z.string()).optional(),
  ifRevisionID: z.string().nullish(),
})

export type PatchOperations = z.infer<typeof patchOperations>

const byId = z.object({id: z.string()})
const byQuery = z.object({query: z.string(), params})

const mutation = z.union([
  z.strictObject({create: attributes}),
  z.strictObject({createOrReplace: attributes}),
  z.strictObject({createIfNotExists: attributes}),
  z.strictObject({delete: z.union([byId.extend({purge: z.boolean().optional()}), byQuery])}),
  z.strictObject({
    patch: z.union([patchOperations.extend(byId.shape), patchOperations.extend(byQuery.shape)]),
  }),
])

export type Mutation = z.infer<typeof mutation>

const body = z.object({
  mutations: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
  transactionId: z.string().min(1).nullish(),
})

export interface MutationRequest {
  mutations: Mutation[]
  transactionId: string | undefined
}

/**
 * Parses the body of a mutations request.
 *
 * @throws InvalidInputFault with the index of the first invalid mutation, and the reason
 */
export function parseMutations(value: unknown): MutationRequest {
  const parsed = body.safeParse(value)
  if (!parsed.success) {
    throw new InvalidInputFault(`The body is not a list of mutations: ${firstIssue(parsed.error)}`)
  }
  const {mutations, transactionId} = parsed.data
  const list = Array.isArray(mutations) ? mutations : [mutations]
  return {
    mutations: list.map((item, index) => parseMutation(item, index)),
    transactionId: transactionId ?? undefined,
  }
}

function parseMutation(value: unknown, index: number): Mutation {
  const parsed = mutation.safeParse(value)
  if (parsed.success) return parsed.data
  throw new InvalidInputFault(
    `Mutation ${index} is not one of create, createOrReplace, createIfNotExists, delete and patch, ` +
      `or it is malformed: ${firstIssue(parsed.error)}`,
  )
}

/** Returns the first problem, with its path. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  if (!issue) return 'unknown reason'
  const path = issue.path.join('.')
  return path ? `${path}: ${issue.message}` : issue.message
}
