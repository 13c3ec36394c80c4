import {apiVersion} from '@touchpoints/schemas/defaults'
import {useCallback} from 'react'
import {useClient, useWorkspace, validateDocument, type Workspace} from 'sanity'

import {pendingReferenceCode} from '../form/pendingReferences.ts'
import {fieldTitleAt} from './fieldTitleAt.ts'
import {publishTogether, type PublishOptions} from './publishTogether.ts'
import {unpublishedMessage} from './unpublishedMessage.ts'

/**
 * Returns `publishTogether` with the Studio's own validation.
 *
 * @example await publish([sessionId, guestId])
 */
export function usePublishTogether(): (
  ids: readonly string[],
  options?: Pick<PublishOptions, 'revisions' | 'change'>,
) => Promise<void> {
  const client = useClient({apiVersion})
  const workspace = useWorkspace()
  return useCallback(
    (ids, options) =>
      publishTogether(client, ids, {...options, validate: validatorOf(workspace, client)}),
    [client, workspace],
  )
}

type Client = ReturnType<typeof useClient>

function validatorOf(workspace: Workspace, client: Client): PublishOptions['validate'] {
  return async (draft, alongside) => {
    const markers = await validateDocument({
      document: draft,
      workspace,
      environment: 'studio',
      getDocumentExists: async ({id}) =>
        alongside.has(id) || (await client.getDocument(id)) !== undefined,
    })
    const type = workspace.schema.get(draft._type)
    const problems = await Promise.all(
      markers
        .filter(({level}) => level === 'error')
        .map(async ({code, path, message}) => ({
          field: type ? fieldTitleAt(type, path) : '',
          message:
            code === pendingReferenceCode ? await unpublishedMessage(client, draft, path) : message,
        })),
    )
    // The validation reports a missing field once for the field and once for its parts.
    return problems.filter(
      ({field, message}, index) =>
        problems.findIndex((other) => other.field === field && other.message === message) === index,
    )
  }
}
