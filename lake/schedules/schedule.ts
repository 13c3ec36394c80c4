import * as z from 'zod'
import {invalidIdReason} from '../documentId.ts'
import {InvalidInputFault} from '../faults.ts'
import {parseInstant} from '../instant.ts'
import {firstIssue} from '../mutations/mutation.ts'

const instant = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, 'is not an ISO 8601 time')
  .transform((text) => new Date(text).toISOString())

/** A project that schedules more documents at one time uses a release. */
const maxDocuments = 1_000

/** The fields that a client sets. */
const fields = {
  name: z.string().max(1_000).default(''),
  description: z.string().max(10_000).default(''),
  action: z.enum(['publish', 'unpublish']).default('publish'),
  documents: z
    .array(
      z.object({
        documentId: z
          .string()
          .refine((id) => invalidIdReason(id) === undefined, 'is not a document id'),
        documentType: z.string().max(1_000).optional(),
      }),
    )
    .min(1)
    .max(maxDocuments),
  /** Null has no time: a client publishes it. */
  executeAt: instant.nullable().default(null),
} as const

const newSchedule = z.object(fields)
const scheduleChanges = z.object({
  name: fields.name.removeDefault().optional(),
  description: fields.description.removeDefault().optional(),
  action: fields.action.removeDefault().optional(),
  documents: fields.documents.optional(),
  executeAt: fields.executeAt.removeDefault().optional(),
  /** The only state that a client sets. */
  state: z.literal('cancelled').optional(),
})

export const storedSchedule = newSchedule.extend({
  id: z.string(),
  projectId: z.string(),
  dataset: z.string(),
  /** Who created it. */
  author: z.string(),
  createdAt: z.string(),
  /** Absent until it was executed. */
  executedAt: z.string().optional(),
  state: z.enum(['scheduled', 'succeeded', 'cancelled']),
  /** Why it was canceled. */
  stateReason: z.string(),
})

export type NewSchedule = z.infer<typeof newSchedule>
export type ScheduleChanges = z.infer<typeof scheduleChanges>

/** The time at which documents are published or unpublished. */
export type Schedule = z.infer<typeof storedSchedule>

/** @throws InvalidInputFault if a field is missing or has another format */
export function parseSchedule(body: unknown): NewSchedule {
  return parsed(newSchedule, body)
}

/** @throws InvalidInputFault if a field has another format */
export function parseScheduleChanges(body: unknown): ScheduleChanges {
  return parsed(scheduleChanges, body)
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new InvalidInputFault(`Invalid schedule: ${firstIssue(result.error)}`)
}
