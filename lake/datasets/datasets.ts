import type {Clock} from '../clock.ts'
import {InvalidInputFault} from '../faults.ts'
import {requestError} from '../http/apiError.ts'
import type {DataFiles} from './dataFiles.ts'
import {assertDatasetName, type DatasetName, datasetKey, nameFormats} from './datasetName.ts'
import {type DatasetSettings, hasSettings, readSettings, writeSettings} from './datasetSettings.ts'
import type {OpenDataset} from './openDataset.ts'
import type {Store} from '../store/store.ts'

/** Durable JSON of a project that belongs to no dataset, such as the settings of its users. Keep it small. */
export type ProjectValues = Pick<Store, 'value' | 'valueNames' | 'setValue'>

export interface DatasetsOptions {
  /** The dataset that always exists. */
  first: DatasetName
  files: DataFiles
  clock: Clock
  open: (name: DatasetName, file: string) => OpenDataset
}

/** The datasets of a lake. Nothing leads from one to another. */
export class Datasets {
  readonly #options: DatasetsOptions
  /** In the order in which they were opened: the first one first. */
  readonly #open = new Map<string, OpenDataset>()
  #started = false

  /** Opens the first dataset and all stored ones. @throws LakeError if a file cannot be used */
  constructor(options: DatasetsOptions) {
    this.#options = options
    try {
      for (const name of [options.first, ...options.files.stored()]) this.ensure(name)
    } catch (error) {
      this.close()
      throw error
    }
  }

  get first(): OpenDataset {
    const first = this.get(this.#options.first)
    if (!first) throw new Error('The first dataset is closed')
    return first
  }

  get(name: DatasetName): OpenDataset | undefined {
    return this.#open.get(datasetKey(name))
  }

  /** Returns the datasets of a project, or of all projects. */
  list(projectId?: string): OpenDataset[] {
    const all = [...this.#open.values()]
    if (projectId === undefined) return all
    return all.filter(({engine}) => engine.projectId === projectId)
  }

  /** Returns the ids of the projects that have a dataset, in the order of their first dataset. */
  projects(): string[] {
    return [...new Set(this.list().map(({engine}) => engine.projectId))]
  }

  settings(name: DatasetName): DatasetSettings | undefined {
    const found = this.get(name)
    return found && readSettings(found.engine.store)
  }

  change(name: DatasetName, changes: Partial<DatasetSettings>) {
    const found = this.get(name)
    if (!found) return
    writeSettings(found.engine.store, {...readSettings(found.engine.store), ...changes})
  }

  /** Returns a dataset, and creates it if it does not exist. @throws LakeError for an invalid name or file */
  ensure(name: DatasetName, settings: Partial<DatasetSettings> = {}): OpenDataset {
    assertDatasetName(name)
    const existing = this.get(name)
    if (existing) return existing
    const {open, files, clock} = this.#options
    const opened = open(name, files.fileOf(name))
    this.#open.set(datasetKey(name), opened)
    const {store} = opened.engine
    if (!hasSettings(store)) {
      const created = {createdAt: clock.now().toISOString(), createdByUserId: '<lake>'} as const
      writeSettings(store, {aclMode: 'public', ...created, ...settings})
    }
    if (this.#started) opened.start()
    return opened
  }

  /** Creates a dataset. @throws Fault if the name is invalid or taken */
  create(name: DatasetName, settings: Partial<DatasetSettings>): OpenDataset {
    if (!nameFormats.dataset.pattern.test(name.dataset)) {
      throw new InvalidInputFault(
        `Invalid dataset name "${name.dataset}". Use ${nameFormats.dataset.description}. Start with a letter or a digit.`,
      )
    }
    if (this.get(name)) {
      throw requestError(409, `The dataset "${name.dataset}" already exists. Choose another name.`)
    }
    return this.ensure(name, settings)
  }

  /** Deletes a dataset with its file. @throws ApiError for the first one, which the lake was started with */
  delete(name: DatasetName) {
    const found = this.get(name)
    if (!found) return
    if (found === this.first) {
      throw requestError(
        403,
        `The dataset "${name.dataset}" cannot be deleted while the lake runs: the lake was started with it. Stop the lake, and delete its data file.`,
      )
    }
    this.#open.delete(datasetKey(name))
    found.close()
    this.#options.files.remove(name)
  }

  /** Returns the values of a project. They are stored with its first dataset. */
  values(projectId: string): ProjectValues | undefined {
    return this.list(projectId)[0]?.engine.store
  }

  /** Called when the lake has its address, and again when the address changes. */
  start() {
    this.#started = true
    for (const dataset of this.list()) dataset.start()
    // The others are copied when their first query comes, so that memory grows with what is used.
    this.first.engine.queries.start()
  }

  close() {
    for (const dataset of this.list()) dataset.close()
    this.#open.clear()
  }
}
