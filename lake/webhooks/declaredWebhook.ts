import {LakeError} from '../errors.ts'
import {reasonOf} from '../reasonOf.ts'
import {type NewWebhook, type Operation, parseWebhook, type Webhook} from './webhook.ts'

/**
 * A webhook in the options of `createLake`, with the fields of `defineDocumentWebhook` of
 * `@sanity/blueprints`.
 *
 * @example
 * const onPublish: WebhookDefinition = {
 *   name: 'on-publish',
 *   url: 'http://localhost:3000/api/revalidate',
 *   on: ['create', 'update', 'delete'],
 *   filter: '_type == "post"',
 *   projection: '{_id, "slug": slug.current}',
 *   secret: 'a secret that the site knows too',
 * }
 */
export interface WebhookDefinition {
  name: string
  /** Where to send the request. The host must be on this machine, or in `allowedWebhookHosts`. */
  url: string
  on: readonly Operation[]
  /** The project. Defaults to the first one. */
  projectId?: string
  /** A dataset of the project. Defaults to `*`, all of them. */
  dataset?: string
  /** GROQ for one document, such as `_type == "post"`. Defaults to all documents. */
  filter?: string
  /** GROQ for the body of the request, such as `{_id}`. Defaults to the document. */
  projection?: string
  /** Defaults to `POST`. */
  httpMethod?: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET'
  headers?: Readonly<Record<string, string>>
  /** Signs requests: `@sanity/webhook` verifies them with the same secret. */
  secret?: string
  /** Also sends changes of drafts. Defaults to false. */
  includeDrafts?: boolean
  /** Also sends changes of versions in releases. Defaults to false. */
  includeAllVersions?: boolean
  /** Defaults to `enabled`. */
  status?: 'enabled' | 'disabled'
}

interface Declaration {
  /** The project of a webhook that names none. */
  defaultProjectId: string
  createdAt: string
  /** Throws if the webhook cannot work. */
  check: (fields: NewWebhook) => void
}

/** @throws LakeError `invalid-configuration` with the name of the webhook and the reason */
export function declaredWebhook(
  {projectId, on, filter, projection, status, ...fields}: WebhookDefinition,
  {defaultProjectId, createdAt, check}: Declaration,
): Webhook {
  const rule = {on, filter, projection}
  try {
    const parsed = parseWebhook({...fields, rule, isDisabledByUser: status === 'disabled'})
    check(parsed)
    return {
      ...parsed,
      id: `declared-${fields.name}`,
      projectId: projectId ?? defaultProjectId,
      isDisabled: false,
      createdByUserId: '<lake>',
      createdAt,
      updatedAt: null,
      deletedAt: null,
    }
  } catch (error) {
    throw new LakeError('invalid-configuration', `Webhook "${fields.name}": ${reasonOf(error)}`)
  }
}
