import {isObject} from '../json.ts'
import type {Store} from '../store/store.ts'

/** What the hosted service keeps of a dataset besides its documents. */
export interface DatasetSettings {
  /** Who sees published documents without a token: everyone, or nobody. */
  aclMode: 'public' | 'private'
  /** ISO 8601, UTC. */
  createdAt: string
  createdByUserId: string
  /** The dataset that this one belongs to, such as one for comments. */
  addonFor?: string
  /** The use of an add-on dataset, such as `comments`. */
  datasetProfile?: string
}

/** The name of the stored value. The names of people's settings start with their id. */
const storedName = 'lake/dataset'

export function readSettings(store: Pick<Store, 'value'>): DatasetSettings {
  const stored = store.value(storedName)
  const {aclMode, createdAt, createdByUserId, addonFor, datasetProfile} = isObject(stored)
    ? stored
    : {}
  return {
    aclMode: aclMode === 'private' ? 'private' : 'public',
    createdAt: typeof createdAt === 'string' ? createdAt : '1970-01-01T00:00:00.000Z',
    createdByUserId: typeof createdByUserId === 'string' ? createdByUserId : '<lake>',
    ...(typeof addonFor === 'string' && {addonFor}),
    ...(typeof datasetProfile === 'string' && {datasetProfile}),
  }
}

export function writeSettings(store: Pick<Store, 'setValue'>, settings: DatasetSettings) {
  store.setValue(storedName, settings)
}

/** Returns whether a dataset has settings: one that was opened for the first time has none. */
export function hasSettings(store: Pick<Store, 'value'>): boolean {
  return isObject(store.value(storedName))
}
