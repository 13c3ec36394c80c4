import * as z from 'zod'
import {InvalidInputFault} from '../faults.ts'
import {firstIssue, patchOperations} from '../mutations/mutation.ts'
import {releaseActions} from './releaseAction.ts'
import {variantActions} from './variantAction.ts'

const attributes = z.record(z.string(), z.unknown())
const document = <Name extends string>(name: Name) =>
  z.literal<`sanity.action.document.${Name}`>(`sanity.action.document.${name}`)

/** Formats of the document actions. https://www.sanity.io/docs/http-reference/actions */
const documentActions = [
  z.object({
    actionType: document('create'),
    publishedId: z.string(),
    attributes,
    ifExists: z.enum(['fail', 'ignore']).default('fail'),
  }),
  z.object({
    actionType: document('edit'),
    draftId: z.string(),
    publishedId: z.string(),
    patch: patchOperations,
  }),
  z.object({
    actionType: document('publish'),
    draftId: z.string(),
    publishedId: z.string(),
    ifDraftRevisionId: z.string().nullish(),
    ifPublishedRevisionId: z.string().nullish(),
  }),
  z.object({actionType: document('unpublish'), draftId: z.string(), publishedId: z.string()}),
  z.object({
    actionType: document('delete'),
    publishedId: z.string(),
    includeDrafts: z.array(z.string()).default([]),
    purge: z.boolean().default(false),
  }),
  z.object({
    actionType: document('discard'),
    draftId: z.string(),
    purge: z.boolean().default(false),
  }),
  z.object({actionType: document('replaceDraft'), publishedId: z.string(), attributes}),
  z.object({
    actionType: document('version.create'),
    publishedId: z.string(),
    document: attributes.optional(),
    baseId: z.string().optional(),
    versionId: z.string().optional(),
    ifBaseRevisionId: z.string().nullish(),
  }),
  z.object({
    actionType: document('version.discard'),
    versionId: z.string(),
    purge: z.boolean().default(false),
  }),
  z.object({actionType: document('version.replace'), document: attributes}),
  z.object({
    actionType: document('version.unpublish'),
    versionId: z.string(),
    publishedId: z.string(),
  }),
] as const

const action = z.discriminatedUnion('actionType', [
  ...documentActions,
  ...releaseActions,
  ...variantActions,
])

export type DocumentAction = z.infer<(typeof documentActions)[number]>
export type Action = z.infer<typeof action>

/** One kind of action, e.g. `ActionOf<'sanity.action.document.publish'>`. */
export type ActionOf<Type extends DocumentAction['actionType']> = Extract<
  DocumentAction,
  {actionType: Type}
>

const body = z.object({
  actions: z.array(z.unknown()).min(1),
  transactionId: z.string().min(1).nullish(),
  dryRun: z.boolean().nullish(),
})

export interface ActionRequest {
  actions: Action[]
  transactionId: string | undefined
  dryRun: boolean
}

/**
 * Parses the body of an actions request.
 *
 * @throws InvalidInputFault with the index of the first unsupported or malformed action, and the reason
 */
export function parseActions(value: unknown): ActionRequest {
  const parsed = body.safeParse(value)
  if (!parsed.success) {
    throw new InvalidInputFault(`The body is not a list of actions: ${firstIssue(parsed.error)}`)
  }
  return {
    actions: parsed.data.actions.map((item, index) => parseAction(item, index)),
    transactionId: parsed.data.transactionId ?? undefined,
    dryRun: parsed.data.dryRun ?? false,
  }
}

function parseAction(value: unknown, index: number): Action {
  const parsed = action.safeParse(value)
  if (parsed.success) return parsed.data
  throw new InvalidInputFault(
    `Action ${index} is unsupported or malformed: ${firstIssue(parsed.error)}`,
  )
}
