import {createLake, isLakeError} from '../../../lake/index.ts'

/** The user `nobody`, who owns no files on Linux and macOS. */
const nobody = 65_534

// Opens the file in the first argument and prints the error code. Root may write to any file, so the
// process becomes another user first. That happens after the imports, which that user may not read.
const [, , file = ''] = process.argv
if (process.getuid?.() === 0) {
  process.setgid?.(nobody)
  process.setuid?.(nobody)
}
try {
  createLake({file, projectId: 'local', dataset: 'production'}).close()
  console.log('opened')
} catch (error) {
  console.log(isLakeError(error) ? error.code : error)
}
