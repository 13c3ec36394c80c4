import type {Engine} from '../engine.ts'
import type {Clock} from '../clock.ts'
import {type AnyFault, DatasetFault} from '../faults.ts'
import type {DataFiles} from './dataFiles.ts'
import {copyDataset, type DatasetCopyOptions} from './copyDataset.ts'
import {assertDatasetName, type DatasetName, datasetKey, nameFormats} from './datasetName.ts'
import {type DatasetSettings, hasSettings, readSettings, writeSettings} from './datasetSettings.ts'
import type {OpenDataset} from './openDataset.ts'
import {openStore, type Store} from '../store/store.ts'

/** Durable JSON of a project that belongs to no dataset, such as the settings of its users. Keep it small. */
export type ProjectValues = Pick<Store, 'value' | 'valueNames' | 'setValue' | 'deleteValue'>

export interface DatasetsOptions {
  /** The dataset that always exists. */
  first: DatasetName
  files: DataFiles
  clock: Clock
  /** @param store - the store in the file, if it is open already */
  open: (name: DatasetName, file: string, store?: Store) => OpenDataset
  /** Called after a dataset was closed for good. */
  onDelete: (engine: Engine) => void
  warn: (message: string) => void
}

/** Values with this prefix belong to the dataset and its file. Others belong to the project. */
const datasetValue = 'lake/'

/** The datasets of a lake. Nothing leads from one to another. */
export class Datasets {
  readonly #options: DatasetsOptions
  /** In the order in which they were opened: the first one first. */
  readonly #open = new Map<string, OpenDataset>()
  /** Names of datasets that are being copied. */
  readonly #reserved = new Set<string>()
  /** What those see who may not see a private dataset. */
  readonly #empty = new Map<string, OpenDataset>()
  /** The oldest dataset of each project. Webhooks need it with each write. */
  readonly #holders = new Map<string, OpenDataset>()
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
    const {store, streams} = found.engine
    const before = readSettings(store)
    writeSettings(store, {...before, ...changes})
    this.#holders.delete(name.projectId)
    if (changes.aclMode === undefined || changes.aclMode === before.aclMode) return
    // Their clients connect again, and get what they may see now.
    streams.close()
    this.#closeEmpty(datasetKey(name))
  }

  /**
   * Returns what visitors without a token get of a dataset: an empty dataset if it is private. So they can see
   * nothing of it, however they ask. As on the hosted service, a query is no error, and its images and files stay
   * public. The first such request warns, because a token that is missing looks like missing content.
   */
  publicPart(found: OpenDataset): OpenDataset {
    const key = datasetKey(found.engine)
    if (this.settings(found.engine)?.aclMode !== 'private') return found
    const existing = this.#empty.get(key)
    if (existing) return existing
    const {projectId, dataset} = found.engine
    this.#options.warn(
      `A request without a token gets nothing of "${projectId}.${dataset}", because the dataset is private. If the request is yours, send a token with it.`,
    )
    const empty = this.#options.open({projectId, dataset}, ':memory:')
    this.#empty.set(key, empty)
    return empty
  }

  /** Returns a dataset, and creates it if it does not exist. @throws LakeError for an invalid name or file */
  ensure(name: DatasetName, settings: Partial<DatasetSettings> = {}): OpenDataset {
    assertDatasetName(name)
    const existing = this.get(name)
    if (existing) return existing
    return this.#add(name, settings)
  }

  /** Creates a dataset. @throws ApiError if the name is invalid or taken */
  create(name: DatasetName, settings: Partial<DatasetSettings>): OpenDataset {
    this.#assertFree(name)
    return this.#add(name, settings)
  }

  /** Keeps a name for a dataset that is created later. @throws ApiError if the name is invalid or taken */
  reserve(name: DatasetName): {release(): void} {
    this.#assertFree(name)
    const key = datasetKey(name)
    this.#reserved.add(key)
    return {release: () => void this.#reserved.delete(key)}
  }

  /** Copies a dataset into a new one, which appears when it is complete. Reserve its name before. */
  async copy(options: DatasetCopyOptions) {
    const {source, target} = options
    const {files} = this.#options
    const from = this.get(source)
    if (!from) throw deletedSource(source)
    const store = openStore(files.partOf(target), target)
    try {
      await copyDataset(from.engine.store, store, options)
      if (this.get(source) !== from) throw deletedSource(source)
    } catch (error) {
      store.close()
      files.partOf(target)
      // Reading from a closed store fails with a reason that does not help.
      throw this.get(source) === from ? error : deletedSource(source)
    }
    const aclMode = this.settings(source)?.aclMode ?? 'public'
    const inMemory = files.fileOf(target) === ':memory:'
    if (!inMemory) {
      store.close()
      files.complete(target)
    }
    this.#add(target, {aclMode}, inMemory ? store : undefined)
  }

  /** Deletes a dataset with its file, and its add-on datasets. @throws DatasetFault for the first one, which the lake was started with */
  delete(name: DatasetName) {
    const found = this.get(name)
    if (!found) return
    if (found === this.first) {
      throw new DatasetFault(
        'protected',
        `The dataset "${name.dataset}" cannot be deleted while the lake runs: the lake was started with it. Stop the lake, and delete its data file.`,
      )
    }
    for (const {engine} of this.list(name.projectId)) {
      if (this.settings(engine)?.addonFor === name.dataset) this.delete(engine)
    }
    const key = datasetKey(name)
    const isHolder = this.#holder(name.projectId) === found
    this.#open.delete(key)
    this.#holders.delete(name.projectId)
    const next = this.#holder(name.projectId)
    if (isHolder && next) moveValues(found.engine.store, next.engine.store)
    const reason = new DatasetFault('missing', `The dataset "${name.dataset}" was deleted.`)
    this.#closeEmpty(key, reason)
    found.close(reason)
    this.#options.files.remove(name)
    this.#options.onDelete(found.engine)
  }

  /**
   * Returns the values of a project. They are stored with its oldest dataset, under names that do not start with
   * `lake/`. When it is deleted, they move to the next one.
   */
  values(projectId: string): ProjectValues | undefined {
    return this.#holder(projectId)?.engine.store
  }

  /** The order of the files on disk changes with each new name. The age of a dataset does not. */
  #holder(projectId: string): OpenDataset | undefined {
    const known = this.#holders.get(projectId)
    if (known) return known
    const age = ({engine}: OpenDataset) =>
      `${this.settings(engine)?.createdAt ?? ''} ${engine.dataset}`
    const [holder] = this.list(projectId).toSorted((a, b) => (age(a) < age(b) ? -1 : 1))
    if (holder) this.#holders.set(projectId, holder)
    return holder
  }

  #closeEmpty(key: string, reason?: AnyFault) {
    this.#empty.get(key)?.close(reason)
    this.#empty.delete(key)
  }

  #assertFree(name: DatasetName) {
    const {pattern, description} = nameFormats.dataset
    if (!pattern.test(name.dataset)) {
      throw new DatasetFault(
        'invalid-name',
        `Invalid dataset name "${name.dataset}". Use ${description}. Start with a letter or a digit.`,
      )
    }
    if (this.get(name) || this.#reserved.has(datasetKey(name))) {
      throw new DatasetFault(
        'taken',
        `The dataset "${name.dataset}" already exists. Choose another name.`,
      )
    }
  }

  #add(name: DatasetName, settings: Partial<DatasetSettings>, open?: Store): OpenDataset {
    const {files, clock} = this.#options
    const opened = this.#options.open(name, files.fileOf(name), open)
    this.#open.set(datasetKey(name), opened)
    const {store} = opened.engine
    if (!hasSettings(store)) {
      const created = {createdAt: clock.now().toISOString(), createdByUserId: '<lake>'} as const
      writeSettings(store, {aclMode: 'public', ...created, ...settings})
    }
    this.#holders.delete(name.projectId)
    if (this.#started) opened.start()
    return opened
  }

  /** Called when the lake has its address, and again when the address changes. */
  start() {
    this.#started = true
    for (const dataset of this.list()) dataset.start()
    // The others are copied when their first query comes, so that memory grows with what is used.
    this.first.engine.queries.start()
  }

  close() {
    for (const dataset of [...this.list(), ...this.#empty.values()]) dataset.close()
    this.#open.clear()
    this.#holders.clear()
    this.#empty.clear()
  }
}

function deletedSource({dataset}: DatasetName): DatasetFault {
  return new DatasetFault(
    'missing',
    `The dataset "${dataset}" was deleted before its copy was complete. There is no copy.`,
  )
}

function moveValues(from: ProjectValues, to: ProjectValues) {
  for (const name of from.valueNames('')) {
    if (!name.startsWith(datasetValue)) to.setValue(name, from.value(name))
  }
}
