import {planMigration} from '@touchpoints/schemas/migration'
import {documentTypeNames} from '@touchpoints/schemas/registry'
import type {SanityDocument} from '@sanity/types'
import {at, createIfNotExists, defineMigration, patch, set, unset} from 'sanity/migrate'

/**
 * Moves content of the previous model to this one, for the hosted service:
 * `npx sanity migration run community-and-series`. See docs/migration.md.
 */
export default defineMigration({
  title: 'A community document, and series instead of the calls of groups',
  documentTypes: [...documentTypeNames],
  async *migrate(documents) {
    const all: SanityDocument[] = []
    for await (const document of documents()) all.push(document)
    const plan = planMigration(all, {today: new Date().toISOString().slice(0, 10)})
    for (const document of plan.created) yield createIfNotExists(document)
    for (const {id, revision, set: values, unset: names} of plan.patched) {
      const operations = [
        ...Object.entries(values).map(([name, value]) => at(name, set(value))),
        ...names.map((name) => at(name, unset())),
      ]
      yield patch(id, operations, revision === undefined ? {} : {ifRevision: revision})
    }
  },
})
