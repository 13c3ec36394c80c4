import {constants} from 'node:fs'
import {copyFile, mkdir, readdir, readFile, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** The folder of a project. A test passes one in memory. */
export interface ProjectFolder {
  /** Its name, the last part of the path. */
  name: string
  /** Names of its files and folders. Empty where it does not exist. */
  list: () => Promise<readonly string[]>
  /** Text of a file by its path with `/`, or undefined where there is none. */
  read: (path: string) => Promise<string | undefined>
  /** Writes a file and creates its folders. */
  write: (path: string, text: string) => Promise<void>
  /** Copies a file of this machine, and creates its folders. Returns false for a path that exists, and leaves it alone. */
  copy: (file: string, path: string) => Promise<boolean>
}

/** A folder of this machine. */
export function diskFolder(folder: string, name: string): ProjectFolder {
  return {
    name,
    list: () => readdir(folder).catch(ifMissing([])),
    read: (path) => readFile(join(folder, path), 'utf8').catch(ifMissing(undefined)),
    write: async (path, text) => {
      const file = join(folder, path)
      await mkdir(dirname(file), {recursive: true})
      await writeFile(file, text)
    },
    copy: async (file, path) => {
      const target = join(folder, path)
      await mkdir(dirname(target), {recursive: true})
      try {
        await copyFile(file, target, constants.COPYFILE_EXCL)
        return true
      } catch (error) {
        if (Reflect.get(Object(error), 'code') === 'EEXIST') return false
        throw error
      }
    },
  }
}

function ifMissing<Fallback>(fallback: Fallback) {
  return (error: unknown): Fallback => {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return fallback
    throw error
  }
}
