import type {MigrationPlan} from '@touchpoints/schemas/migration'
import {documentTypeNames} from '@touchpoints/schemas/registry'
import type {StoredDocument} from '@touchpoints/schemas/rules'

/** Describes a migration for a terminal: what it changes, what it does not keep, and counts by type. */
export function reportPlan(before: readonly StoredDocument[], plan: MigrationPlan): string {
  const {created, patched, documents, facts, tasks} = plan
  const left = tasks.map(({documentId, message}) => `  ${documentId}: ${message}`)
  if (created.length + patched.length === 0) {
    const read = `${before.length} documents read.`
    if (left.length === 0) return `${read} All of them are in the current model.`
    return [`${read} There is nothing to write.`, '', 'Left to an editor:', ...left].join('\n')
  }
  const changes = [
    ...created.map(({_id}) => `  + ${_id}`),
    ...patched.map(({id, set, unset}) => {
      const names = [...Object.keys(set), ...unset.map((name) => `${name} removed`)]
      return `  ~ ${id}: ${names.join(', ')}`
    }),
  ]
  const kept = facts.map(
    ({documentId, field, value, reason}) => `  ${documentId}: ${field} “${value}”. ${reason}`,
  )
  return [
    `${created.length} documents to create, ${patched.length} to change:`,
    ...changes,
    '',
    ...(kept.length > 0 ? ['Values that are not kept as they were:', ...kept, ''] : []),
    ...(left.length > 0 ? ['Left to an editor:', ...left, ''] : []),
    ...counts(before, documents),
    '',
  ].join('\n')
}

function counts(before: readonly StoredDocument[], after: readonly StoredDocument[]): string[] {
  const count = (documents: readonly StoredDocument[], name: string) =>
    documents.filter(({_type}) => _type === name).length
  const names = new Set([...documentTypeNames, ...before.map(({_type}) => _type)])
  const rows = [...names].map(
    (name) => [name, String(count(before, name)), String(count(after, name))] as const,
  )
  const all = [...rows, ['all', String(before.length), String(after.length)] as const]
  const width = all.reduce((longest, [name]) => Math.max(longest, name.length), 0)
  return [
    `${'Documents'.padEnd(width)}  before   after`,
    ...all.map(
      ([name, old, now]) => `${name.padEnd(width)}  ${old.padStart(6)}  ${now.padStart(6)}`,
    ),
  ]
}
