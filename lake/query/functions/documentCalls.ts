import type {ExprNode} from 'groq-js'
import {isObject} from '../../json.ts'
import {nativeCall} from './nativeCall.ts'

const everything: ExprNode = {type: 'Everything'}

/**
 * GROQ's functions that read other documents, as equivalent GROQ. So `narrowFilters` finds the documents by
 * an index, and the query depends on them.
 */
export const documentCalls = {
  /** Follows a reference, also a global one to this dataset. Other resources are not in the lake. */
  get: (reference: ExprNode): ExprNode => ({
    type: 'Deref',
    base: object({
      _ref: nativeCall(localId, [
        reference,
        call('sanity', 'projectId', []),
        call('sanity', 'dataset', []),
      ]),
    }),
  }),
  /** `count(*[references(^._id)])` */
  incomingReferences: (): ExprNode => {
    const id: ExprNode = {type: 'AccessAttribute', name: '_id', base: {type: 'Parent', n: 1}}
    const references = call('global', 'references', [id])
    return call('global', 'count', [{type: 'Filter', base: everything, expr: references}])
  },
  /** `*[_type == "system.release"]` */
  releases: (): ExprNode => ({
    type: 'Filter',
    base: everything,
    expr: {
      type: 'OpCall',
      op: '==',
      left: {type: 'AccessAttribute', name: '_type'},
      right: {type: 'Value', value: 'system.release'},
    },
  }),
}

/** Returns the id in this dataset that a reference names, or null. */
function localId([reference, projectId, dataset]: readonly unknown[]): string | null {
  const id = isObject(reference) ? reference._ref : reference
  if (typeof id !== 'string') return null
  const [resource, resourceId, ...parts] = id.split(':')
  if (resourceId === undefined) return id
  const isHere = resource === 'dataset' && resourceId === `${String(projectId)}.${String(dataset)}`
  return isHere ? parts.join(':') : null
}

function call(namespace: string, name: string, args: ExprNode[]): ExprNode {
  return {type: 'FuncCall', namespace, name, args}
}

function object(values: Record<string, ExprNode>): ExprNode {
  return {
    type: 'Object',
    attributes: Object.entries(values).map(([name, value]) => ({
      type: 'ObjectAttributeValue',
      name,
      value,
    })),
  }
}
