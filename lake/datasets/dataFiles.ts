import {existsSync, readdirSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {LakeError} from '../errors.ts'
import {reasonOf} from '../reasonOf.ts'
import {type DatasetName, datasetKey, nameFormats} from './datasetName.ts'

/** Where a lake keeps its datasets: one data file for the first and a folder next to it, or a folder for all. */
export type DataPlace = {file: string} | {folder: string}

/** The data files of a lake, one for each dataset. */
export interface DataFiles {
  fileOf(name: DatasetName): string
  /** Returns the datasets that have a file in the folder. */
  stored(): DatasetName[]
  /** Deletes the file of a dataset, which must be closed. */
  remove(name: DatasetName): void
  /** Returns an empty file for a dataset that is not complete yet. The lake does not open it by itself. */
  partOf(name: DatasetName): string
  /** Makes the file of a complete dataset, which must be closed. */
  complete(name: DatasetName): void
}

const memory = ':memory:'
const extension = '.db'
const partExtension = '.part'

/** @param first - the dataset of the file, if the place is a file */
export function dataFiles(place: DataPlace, first: DatasetName): DataFiles {
  if ('file' in place && place.file === memory) {
    const nothing = () => {}
    return {
      fileOf: () => memory,
      stored: () => [],
      remove: nothing,
      partOf: () => memory,
      complete: nothing,
    }
  }
  const folder = 'file' in place ? `${withoutExtension(place.file)}-datasets` : place.folder
  const fileOf = (name: DatasetName) =>
    'file' in place && datasetKey(name) === datasetKey(first)
      ? place.file
      : join(folder, `${datasetKey(name)}${extension}`)
  return {
    fileOf,
    stored: () => namesIn(folder),
    remove: (name) => removeFile(fileOf(name)),
    partOf(name) {
      const part = `${fileOf(name)}${partExtension}`
      // A lake that was killed while it copied leaves one.
      removeFile(part)
      return part
    },
    complete: (name) => renameSync(`${fileOf(name)}${partExtension}`, fileOf(name)),
  }
}

function removeFile(file: string) {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) rmSync(path, {force: true})
}

function withoutExtension(file: string): string {
  return file.endsWith(extension) ? file.slice(0, -extension.length) : file
}

function namesIn(folder: string): DatasetName[] {
  if (!existsSync(folder)) return []
  return listed(folder).flatMap((entry) => {
    if (!entry.endsWith(extension)) return []
    const [projectId = '', dataset = '', ...more] = withoutExtension(entry).split('.')
    const isName =
      more.length === 0 &&
      nameFormats.projectId.pattern.test(projectId) &&
      nameFormats.dataset.pattern.test(dataset)
    return isName ? {projectId, dataset} : []
  })
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch (error) {
    throw new LakeError(
      'file-not-writable',
      `Could not read the folder ${folder} (${reasonOf(error)}). Choose a folder that this user can read.`,
      {cause: error},
    )
  }
}
