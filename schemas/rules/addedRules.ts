import type {PathSegment} from '../reading/pathSegment.ts'
import type {StoredDocument} from '../reading/stored.ts'
import type {DocumentTypeName} from '../registry/documentTypes.ts'

/** A rule of a project. It checks a document by itself. */
export interface AddedRule {
  /** Lower-case words with hyphens, such as `venue-capacity`. */
  readonly code: string
  /** Returns the findings. In a draft, any field can be missing or have the wrong type. */
  check(document: StoredDocument, facts: {now: string}): readonly AddedFinding[]
}

/** What a rule of a project reports. */
export interface AddedFinding {
  readonly level: 'error' | 'warning' | 'info'
  /** Path of the value. Empty for the document as a whole. */
  readonly path: readonly PathSegment[]
  readonly message: string
}

interface Ruled {
  readonly rules?: readonly AddedRule[] | undefined
}

/** The rules in an extension, as `defineExtension` of touchpoints/extend returns it. */
export interface RuledExtension {
  readonly fields?: {readonly [Type in DocumentTypeName]?: Ruled} | undefined
  readonly documents?: Readonly<Record<string, Ruled>> | undefined
}

/** Returns the rules that an extension has for a document type. */
export function addedRulesFor({fields, documents}: RuledExtension, type: string) {
  const entries = Object.entries<Ruled>({...documents, ...fields})
  return entries.find(([name]) => name === type)?.[1].rules ?? []
}

/**
 * Returns the findings of a project's rules in one document.
 *
 * A rule that throws is a finding too: a draft without a field must not stop all other rules.
 */
export function applyAddedRules(
  rules: readonly AddedRule[],
  document: StoredDocument,
  now: string,
): {code: string; level: AddedFinding['level']; path: PathSegment[]; message: string}[] {
  return rules.flatMap((rule) =>
    findingsOf(rule, document, now).map(({level, path, message}) => ({
      code: rule.code,
      level,
      path: [...path],
      message,
    })),
  )
}

function findingsOf(
  rule: AddedRule,
  document: StoredDocument,
  now: string,
): readonly AddedFinding[] {
  try {
    const findings: unknown = rule.check(document, {now})
    if (findings === undefined || findings === null) return []
    if (!Array.isArray(findings)) return [oddResult(rule)]
    return findings.map((finding: unknown) => checkedFinding(finding) ?? oddResult(rule))
  } catch (error) {
    const message = `The rule "${rule.code}" failed on this document (${String(error)}), so its value is not checked. In a draft, any field can be missing: correct the rule.`
    return [{level: 'warning', path: [], message}]
  }
}

function oddResult({code}: AddedRule): AddedFinding {
  const message = `The rule "${code}" returned something else than findings, so its value is not checked. Correct the rule: each finding is like {level: 'error', path: ['capacity'], message: '…'}, with the level error, warning or info.`
  return {level: 'warning', path: [], message}
}

/** Returns a finding of a rule in plain JavaScript. Undefined for what is none. */
function checkedFinding(finding: unknown): AddedFinding | undefined {
  const {
    level,
    path = [],
    message,
  }: {level?: unknown; path?: unknown; message?: unknown} = Object(finding)
  if (level !== 'error' && level !== 'warning' && level !== 'info') return undefined
  if (typeof message !== 'string' || message === '') return undefined
  const own = typeof path === 'string' ? [path] : path
  return Array.isArray(own) && own.every(isSegment) ? {level, path: own, message} : undefined
}

function isSegment(segment: unknown): segment is PathSegment {
  if (typeof segment === 'string' || Number.isSafeInteger(segment)) return true
  return typeof Reflect.get(Object(segment), '_key') === 'string'
}
