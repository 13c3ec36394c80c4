import * as z from 'zod'

const failureReasons = ['http', 'network', 'timeout', 'other'] as const

/** One request for a message. */
const attempt = z.object({
  id: z.string(),
  hookId: z.string(),
  messageId: z.string(),
  projectId: z.string(),
  createdAt: z.string(),
  updatedAt: z.string().nullable(),
  /** Milliseconds. */
  duration: z.number().nullable(),
  inProgress: z.boolean(),
  isFailure: z.boolean(),
  failureReason: z.enum(failureReasons).nullable(),
  resultCode: z.number().nullable(),
  resultBody: z.string().nullable(),
})

/** What a webhook sends about the change of one document, with its attempts. */
export const message = z.object({
  id: z.string(),
  hookId: z.string(),
  projectId: z.string(),
  dataset: z.string(),
  createdAt: z.string(),
  transactionId: z.string(),
  transactionTime: z.string(),
  documentId: z.string(),
  operation: z.enum(['create', 'update', 'delete']),
  /** The body of the request. */
  payload: z.string(),
  status: z.enum(['queued', 'sending', 'success', 'failure']),
  attempts: z.array(attempt),
})

export type FailureReason = (typeof failureReasons)[number]
export type Attempt = z.infer<typeof attempt>
export type Message = z.infer<typeof message>

/** Returns a message without its attempts, as the hosted service lists it. */
export function listedMessage({attempts, ...fields}: Message) {
  return {
    ...fields,
    resultCode: attempts.at(-1)?.resultCode ?? null,
    failureCount: attempts.filter(({isFailure}) => isFailure).length,
  }
}
