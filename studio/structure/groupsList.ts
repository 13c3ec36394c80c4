import {apiVersion} from '@touchpoints/schemas/defaults'
import {optionTitle} from '@touchpoints/schemas'
import {workingGroupPhase} from '@touchpoints/schemas/scalars'
import {map} from 'rxjs'
import type {DocumentStore} from 'sanity'
import type {StructureBuilder} from 'sanity/structure'

import {capitalized} from '../community/capitalized.ts'
import type {CommunityFacts} from '../community/readCommunity.ts'
import {createMenuItem} from './createMenuItem.ts'
import {groupPane} from './groupPane.ts'

const kindsQuery = 'array::unique(*[_type == "workingGroup" && defined(kind)].kind)'

/** The list item for groups: by the community's kinds, if it has several, then by phase. */
export function groupsList(
  S: StructureBuilder,
  {documentStore}: {documentStore: Pick<DocumentStore, 'listenQuery'>},
  community: CommunityFacts,
) {
  const title = capitalized(community.group.plural)
  const groups = (options: GroupListOptions) => groupListItem(S, community, options)
  const byPhase = (phase: string) => {
    const phaseTitle = optionTitle('workingGroupPhase', phase) ?? phase
    return groups({id: phase, title: phaseTitle, filter: 'phase == $value', value: phase})
  }
  return S.listItem()
    .id('working-groups')
    .title(title)
    .schemaType('workingGroup')
    .child(() =>
      documentStore
        .listenQuery(
          {fetch: kindsQuery, listen: '*[_type == "workingGroup"]'},
          {},
          {apiVersion, perspective: 'drafts', throttleTime: 1000},
        )
        .pipe(
          map((result: unknown) =>
            S.list()
              .title(title)
              .menuItems([createMenuItem(S, 'workingGroup', `New ${community.group.singular}`)])
              .items([
                groups({id: 'current', title: 'Current', filter: 'phase != "archived"'}),
                ...kindsOf(result, community).map((kind) =>
                  groups({
                    id: `kind-${idOf(kind)}`,
                    title: capitalized(kind),
                    filter: 'kind == $value && phase != "archived"',
                    value: kind,
                  }),
                ),
                S.divider(),
                // In the order of a group's life. Archived groups are at the end.
                ...workingGroupPhase.options.map(byPhase),
                S.divider(),
                S.documentTypeListItem('workingGroup').title(`All ${community.group.plural}`),
              ]),
          ),
        ),
    )
}

/**
 * Returns the kinds to list: the community's suggestions in their order, then others in use. With one kind,
 * the list would equal the list of all groups.
 */
export function kindsOf(
  result: unknown,
  {groupKinds}: Pick<CommunityFacts, 'groupKinds'>,
): string[] {
  const used: unknown[] = Array.isArray(result) ? result : []
  const inUse = used.filter((kind): kind is string => typeof kind === 'string')
  const kinds = [
    ...groupKinds.filter((kind) => inUse.includes(kind)),
    ...inUse.filter((kind) => !groupKinds.includes(kind)).toSorted(),
  ]
  return kinds.length > 1 ? kinds : []
}

/** Ids of panes are part of the address, so other characters are written as their code points. */
function idOf(kind: string): string {
  return kind
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, (letter) => `-${letter.codePointAt(0)?.toString(36)}`)
}

interface GroupListOptions {
  id: string
  title: string
  /** GROQ condition. `$value` is the value. */
  filter: string
  value?: string
}

function groupListItem(
  S: StructureBuilder,
  community: CommunityFacts,
  {id, title, filter, value = ''}: GroupListOptions,
) {
  return S.listItem()
    .id(id)
    .title(title)
    .schemaType('workingGroup')
    .child(
      S.documentList()
        .id(id)
        .title(title)
        .schemaType('workingGroup')
        .apiVersion(apiVersion)
        .filter(`_type == "workingGroup" && ${filter}`)
        .params({value})
        .defaultOrdering([{field: 'title', direction: 'asc'}])
        // The Studio opens a group in the list of all, and this list opens its form, series and sessions.
        .canHandleIntent(() => false)
        .child((groupId) => groupPane(S, groupId, community)),
    )
}
