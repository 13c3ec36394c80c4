import {communityAmong, communityQuery} from '../reading/community.ts'
import {itemsOf, textOf} from '../reading/stored.ts'
import type {Rule} from './finding.ts'

/**
 * Reports a channel in a workspace that the community does not list, if it lists one of that kind. Visitors
 * then get no invite link.
 */
export const knownWorkspaceRule = {
  code: 'unknown-workspace',
  query: () => communityQuery(),
  check: ({channels}, {others}) => {
    const workspaces = itemsOf(communityAmong(others)?.['workspaces']).map(({item}) => item)
    return itemsOf(channels).flatMap(({item, at}) => {
      const name = textOf(item['workspace'])
      const names = workspaces
        .filter(({kind}) => kind === item['kind'])
        .flatMap((workspace) => textOf(workspace['name']) ?? [])
      if (!name || names.length === 0) return []
      if (names.some((each) => each.toLowerCase() === name.toLowerCase())) return []
      const message = `The community has no workspace “${name}” of this kind, so visitors get no invite link. Enter ${names.join(' or ')}, or add the workspace to the community.`
      return [{level: 'warning' as const, path: ['channels', at, 'workspace'], message}]
    })
  },
} as const satisfies Rule
