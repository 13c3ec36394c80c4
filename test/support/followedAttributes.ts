import {extname} from 'node:path'
import {parseSync} from 'oxc-parser'

import {get, list, nameOf, parseAstro, visit} from './syntaxTree.ts'

/** The functions that may give a value to an attribute that a browser follows, by the file that exports them. */
const doors: Readonly<Record<string, RegExp>> = {
  linkTo: /^@touchpoints\/calendar\/links$|\/linkTo\.ts$/,
  webcal: /\/links\/webcal\.ts$/,
  srcset: /\/images\/imageSource\.ts$/,
  dataImage: /\/images\/dataImage\.ts$/,
  // The policy in a page of a static site.
  pagePolicy: /\/security\/pagePolicy\.ts$/,
  // `set:html` of a JSON-LD script.
  jsonLdText: /^touchpoints\/feeds$/,
}

/** Attributes of native elements in which any text is only text. All others need a door. */
const textAttributes = new Set(
  (
    'abbr alt as autocomplete charset checked class class:list colspan datetime decoding dir disabled for ' +
    'height hidden hreflang id key label lang loading max maxlength media method min multiple name open part placeholder ' +
    'popover popovertarget popovertargetaction property readonly rel required role rows rowspan scope ' +
    'selected set:text size sizes slot tabindex title type value width'
  ).split(' '),
)

/** Attributes that a browser follows or runs, in React's spelling. Components pass them on. */
const reactAttributes = new Set(
  (
    'action background cite dangerouslySetInnerHTML data formAction href imageSrcSet ping poster src srcDoc ' +
    'srcSet xlinkHref'
  ).split(' '),
)

/** A template and how its attributes are checked. */
interface Template {
  ast: unknown
  /** The attributes of this element need a door. */
  needsDoor: (attribute: string, isNative: boolean) => boolean
  /** A spread on a native element can contain any attribute. */
  allowsSpread: boolean
  /** Whether an element can be any native element. Absent where attributes of components are checked too. */
  isChosenAtRunTime?: (name: string, imported: ReadonlyMap<string, string>) => boolean
}

/**
 * Returns the dynamic attributes of a template that a browser follows and that no door fills, each with its
 * line. The compiler checks what a door takes; this checks that there is one.
 *
 * @param file - name of the file: `.astro` or `.tsx`
 */
export async function followedAttributes(file: string, source: string): Promise<string[]> {
  const {ast, needsDoor, allowsSpread, isChosenAtRunTime} =
    extname(file) === '.astro' ? await astro(source) : react(file, source)
  const imported = importsOf(ast)
  const found: string[] = []
  const report = (node: unknown, what: string) => {
    const line = source.slice(0, Number(get(node, 'start'))).split('\n').length
    found.push(`${file}:${line} ${what}`)
  }
  visit(ast, (element) => {
    if (get(element, 'type') !== 'JSXOpeningElement') return
    const name = get(get(element, 'name'), 'name')
    const isNative = typeof name === 'string' && /^[a-z]/.test(name)
    if (isChosenAtRunTime?.(String(name), imported) === true) {
      report(element, `<${String(name)}> is chosen at run time`)
    }
    for (const attribute of list(get(element, 'attributes'))) {
      if (get(attribute, 'type') === 'JSXSpreadAttribute') {
        if (isNative && !allowsSpread) report(attribute, `<${String(name)} {...}>`)
        continue
      }
      const key = nameOf(get(attribute, 'name'))
      if (!needsDoor(key, isNative) || isRefreshless(key, element)) continue
      const value = get(attribute, 'value')
      if (!isStatic(value) && !comesFromDoor(value, imported)) {
        report(attribute, `<${String(name)} ${key}>`)
      }
    }
  })
  return found
}

async function astro(source: string): Promise<Template> {
  return {
    ast: await parseAstro(source),
    needsDoor: (attribute, isNative) =>
      isNative && !/^(?:data|aria)-/.test(attribute) && !textAttributes.has(attribute),
    allowsSpread: false,
    isChosenAtRunTime: (name, imported) =>
      /^[A-Z]\w*$/.test(name) && name !== 'Fragment' && !imported.has(name),
  }
}

function react(file: string, source: string): Template {
  const {program, errors} = parseSync(file, source)
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]?.message ?? ''}`)
  return {
    ast: program,
    needsDoor: (attribute) => reactAttributes.has(attribute),
    allowsSpread: true,
  }
}

/** `content` of a `<meta>` is text, unless the element has `http-equiv`, which can lead to another page. */
function isRefreshless(attribute: string, element: unknown): boolean {
  if (attribute !== 'content') return false
  const names = list(get(element, 'attributes')).map((each) => nameOf(get(each, 'name')))
  return !names.includes('http-equiv')
}

function isStatic(value: unknown): boolean {
  const type = get(value, 'type')
  if (value === null || type === 'Literal' || type === 'JSXText') return true
  return type === 'JSXExpressionContainer' && get(get(value, 'expression'), 'type') === 'Literal'
}

/** Whether a value is the call of a door that the file imports from where it is. */
function comesFromDoor(value: unknown, imported: ReadonlyMap<string, string>): boolean {
  const call = get(value, 'expression')
  const callee = get(call, 'callee')
  if (get(call, 'type') !== 'CallExpression' || get(callee, 'type') !== 'Identifier') return false
  const name = String(get(callee, 'name'))
  return doors[name]?.test(imported.get(name) ?? '') === true
}

/** Returns the sources of all imported names. */
function importsOf(ast: unknown): ReadonlyMap<string, string> {
  const imports = new Map<string, string>()
  visit(ast, (node) => {
    if (get(node, 'type') !== 'ImportDeclaration') return
    for (const specifier of list(get(node, 'specifiers'))) {
      const source = String(get(get(node, 'source'), 'value'))
      imports.set(String(get(get(specifier, 'local'), 'name')), source)
    }
  })
  return imports
}
