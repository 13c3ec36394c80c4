import {createLake, isLakeError} from '../../../lake/index.ts'

/** The user that owns nothing, on Linux and macOS alike. */
const nobody = 65_534

// Opens the file named on the command line and prints why it could not. Root may write to anything, so
// it first becomes someone who may not; everything is imported by then, whoever may read the sources.
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
