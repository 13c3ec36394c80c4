export type {ChangedFact, EditorTask} from './dataset.ts'
export {planMigration, type DocumentPatch, type MigrationPlan} from './planMigration.ts'
