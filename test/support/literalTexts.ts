import {parseSync} from 'oxc-parser'

import {get, list, nameOf, parseAstro, visit} from './syntaxTree.ts'

/** Attributes that people read or hear. */
const readAttributes = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'label',
  'placeholder',
  'title',
])

/**
 * Returns the texts of an Astro template that visitors read in each language: text between tags, and attributes
 * such as `aria-label`. What a call returns, such as `words.say`, is not one.
 */
export async function literalTexts(source: string): Promise<string[]> {
  const found: string[] = []
  visit(await parseAstro(source), (node) => {
    const type = get(node, 'type')
    if (type === 'JSXElement' || type === 'JSXFragment') {
      if (isCode(node)) return
      for (const child of list(get(node, 'children'))) found.push(...shownTexts(child))
    }
    if (type === 'AstroRoot' || type === 'AstroDocument') {
      for (const child of list(get(node, 'body'))) found.push(...shownTexts(child))
    }
    if (type === 'JSXAttribute' && readAttributes.has(nameOf(get(node, 'name')))) {
      found.push(...shownTexts(get(node, 'value')))
    }
  })
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text))
}

/** Returns the texts that an expression can result in. Elements in it are visited on their own. */
function shownTexts(node: unknown): string[] {
  switch (get(node, 'type')) {
    case 'JSXText':
      return [String(get(node, 'value'))]
    case 'Literal':
      return typeof get(node, 'value') === 'string' ? [String(get(node, 'value'))] : []
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return shownTexts(get(node, 'expression'))
    case 'TemplateLiteral':
      return [
        ...list(get(node, 'quasis')).map((each) => String(get(get(each, 'value'), 'cooked'))),
        ...list(get(node, 'expressions')).flatMap(shownTexts),
      ]
    case 'ConditionalExpression':
      return [...shownTexts(get(node, 'consequent')), ...shownTexts(get(node, 'alternate'))]
    case 'LogicalExpression':
      return [...shownTexts(get(node, 'left')), ...shownTexts(get(node, 'right'))]
    case 'BinaryExpression':
      return get(node, 'operator') === '+'
        ? [...shownTexts(get(node, 'left')), ...shownTexts(get(node, 'right'))]
        : []
    case 'CallExpression':
      // Such as `names.map((name) => 'Text')`. What other calls return comes from a catalog or from content.
      return list(get(node, 'arguments'))
        .filter((each) => get(each, 'type') === 'ArrowFunctionExpression')
        .flatMap((each) => shownTexts(get(each, 'body')))
    default:
      return []
  }
}

/** A text of several words that begins like a sentence. Ids, addresses and class names do not. */
const sentence = /^\p{Lu}[\p{L}’']* \p{L}/u

/** Returns the sentences of a script, except those of errors, which only developers and operators read. */
export async function literalSentences(file: string, source: string): Promise<string[]> {
  const isTemplate = file.endsWith('.astro')
  const tree: unknown = isTemplate
    ? get(await parseAstro(source), 'frontmatter')
    : parseSync(file, source).program
  const found: string[] = []
  const errors = new Set<unknown>()
  visit(tree, (node) => {
    if (get(node, 'type') === 'NewExpression' || get(node, 'type') === 'ThrowStatement') {
      visit(node, (each) => errors.add(each))
    }
    if (errors.has(node)) return
    const text =
      get(node, 'type') === 'TemplateElement'
        ? get(get(node, 'value'), 'cooked')
        : get(node, 'value')
    if (typeof text === 'string' && sentence.test(text)) found.push(text)
  })
  return found
}

function isCode(element: unknown): boolean {
  const name = nameOf(get(get(element, 'openingElement'), 'name'))
  return name === 'script' || name === 'style'
}
