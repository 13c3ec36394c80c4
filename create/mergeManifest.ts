import {CreateError} from './CreateError.ts'

export interface MergedManifest {
  text: string
  /** Whether the script "start" starts something else than ours. */
  hasOwnStart: boolean
  /** What was added, such as `scripts.build`. */
  added: readonly string[]
  /** Sentences about values that exist and differ. */
  byHand: readonly string[]
}

/** Parts of package.json that are added entry by entry. */
const parts = ['scripts', 'dependencies', 'devDependencies', 'overrides', 'allowScripts'] as const

/** Where a package can be in place of a part. */
const otherPart = new Map<string, string>([
  ['dependencies', 'devDependencies'],
  ['devDependencies', 'dependencies'],
])

/**
 * Adds the entries that a package.json lacks. Values that exist stay as they are.
 *
 * @param own - text of the project's package.json
 * @param ours - text of that of a new project
 * @throws CreateError when the project's own is not valid JSON
 */
export function mergeManifest(own: string, ours: string): MergedManifest {
  const manifest = readObject(own)
  const template = readObject(ours)
  const added: string[] = []
  const byHand: string[] = []
  const merged: Record<string, unknown> = {...manifest}
  for (const part of parts) {
    const existing: Readonly<Record<string, unknown>> = Object(manifest[part])
    const missing = Object.entries<unknown>(Object(template[part])).filter(([name, value]) => {
      const present: unknown = existing[name] ?? Object(manifest[otherPart.get(part) ?? ''])[name]
      if (present === undefined) return true
      if (JSON.stringify(present) !== JSON.stringify(value)) {
        byHand.push(difference(part, name, present, value))
      }
      return false
    })
    if (missing.length === 0) continue
    merged[part] = {...existing, ...Object.fromEntries(missing)}
    for (const [name] of missing) added.push(`${part}.${name}`)
  }
  const indent = /^([ \t]+)"/m.exec(own)?.[1] ?? '  '
  const start: unknown = Object(merged['scripts'])['start']
  const hasOwnStart = typeof start === 'string' && !/\btouchpoints dev\b/.test(start)
  return {text: `${JSON.stringify(merged, null, indent)}\n`, added, byHand, hasOwnStart}
}

function difference(part: string, name: string, present: unknown, value: unknown): string {
  if (part === 'scripts') {
    return `The script "${name}" is \`${String(present)}\` and stays. Ours is \`${String(value)}\`: run it with \`npx ${String(value)}\`, or add it under another name.`
  }
  if (String(value).startsWith('file:')) {
    return `${part} has ${name} ${String(present)}. Change it to ${String(value)} to use the tarball of --packages.`
  }
  return `${part} has ${name} ${String(present)}, and touchpoints is tested with ${String(value)}. Change it if \`npm install\` or \`npm start\` fails.`
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return {...value}
  } catch (error) {
    throw invalid(error)
  }
  throw invalid(undefined)
}

function invalid(cause: unknown): CreateError {
  const reason = cause instanceof Error ? ` (${cause.message})` : ''
  return new CreateError(
    'manifest',
    `package.json is not a JSON object${reason}. Correct it and run the command again. Nothing was written.`,
    {cause},
  )
}
