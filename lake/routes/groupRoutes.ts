import type {Datasets} from '../datasets/datasets.ts'
import {findDataset} from '../http/findDataset.ts'
import {newProjectRouter, type ProjectRouter} from '../http/router.ts'
import type {Visitor} from '../http/visitor.ts'
import {acl} from './projectRoutes.ts'

/** The Studio sends exactly this to find who can be mentioned in a comment or get a task. */
const groupsQuery = '*[_type == "system.group"]{members, grants}'

/**
 * Answers the Studio's query for the groups of the access control. On the hosted service they are documents
 * of the dataset. Here they follow from the tokens, so that no export and no count contains them.
 */
export function groupRoutes(datasets: Datasets, members: readonly Visitor[]): ProjectRouter {
  return newProjectRouter().get('/:apiVersion/data/query/:dataset', async (context, next) => {
    const {visitor, projectId} = context.var
    if (context.req.query('query') !== groupsQuery || visitor.role === 'none') return next()
    findDataset(datasets, {projectId, dataset: context.req.param('dataset')}, visitor)
    const result = (['write', 'read'] as const).map((role) => ({
      members: members.filter((member) => member.role === role).map(({id}) => id),
      grants: acl({role}),
    }))
    return context.json({query: groupsQuery, result, ms: 0, syncTags: []})
  })
}
