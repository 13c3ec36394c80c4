import type {ExprNode, ObjectAttributeNode} from 'groq-js'

/**
 * Returns a copy of a node with other children.
 *
 * Selectors stay as they are, because they are not expressions. `selection` turns them into expressions.
 */
export function mapChildren(node: ExprNode, map: (child: ExprNode) => ExprNode): ExprNode {
  switch (node.type) {
    case 'And':
    case 'Or':
    case 'OpCall':
      return {...node, left: map(node.left), right: map(node.right)}
    case 'InRange':
      return {...node, base: map(node.base), left: map(node.left), right: map(node.right)}
    case 'Filter':
    case 'FlatMap':
    case 'Map':
    case 'Projection':
      return {...node, base: map(node.base), expr: map(node.expr)}
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Asc':
    case 'Deref':
    case 'Desc':
    case 'Group':
    case 'Neg':
    case 'Not':
    case 'Pos':
    case 'Slice':
      return {...node, base: map(node.base)}
    case 'AccessAttribute':
      return node.base ? {...node, base: map(node.base)} : node
    case 'Array':
      return {
        ...node,
        elements: node.elements.map((element) => ({...element, value: map(element.value)})),
      }
    case 'FuncCall':
      return {...node, args: node.args.map(map)}
    case 'PipeFuncCall':
      return {...node, base: map(node.base), args: node.args.map(map)}
    case 'Object':
      return {...node, attributes: node.attributes.map((attribute) => mapAttribute(attribute, map))}
    case 'Select': {
      const alternatives = node.alternatives.map((alternative) => ({
        ...alternative,
        condition: map(alternative.condition),
        value: map(alternative.value),
      }))
      const {fallback} = node
      return fallback ? {...node, alternatives, fallback: map(fallback)} : {...node, alternatives}
    }
    case 'Context':
    case 'Everything':
    case 'Parameter':
    case 'Parent':
    case 'SelectorFuncCall':
    case 'SelectorNested':
    case 'This':
    case 'Tuple':
    case 'Value':
      return node
  }
}

function mapAttribute(
  attribute: ObjectAttributeNode,
  map: (child: ExprNode) => ExprNode,
): ObjectAttributeNode {
  const value = map(attribute.value)
  if (attribute.type !== 'ObjectConditionalSplat') return {...attribute, value}
  return {...attribute, condition: map(attribute.condition), value}
}
