import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Certificate} from '../http/createNodeServer.ts'
import {reasonOf} from '../reasonOf.ts'
import {CommandError} from './CommandError.ts'

interface CertificateFiles {
  cert?: string | undefined
  key?: string | undefined
}

/** Reads the files of `--cert` and `--key`. Undefined without them. @throws CommandError */
export function readCertificate(
  {cert, key}: CertificateFiles,
  folder: string,
): Certificate | undefined {
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined || key === undefined) {
    throw new CommandError(
      'usage',
      `--${cert === undefined ? 'key' : 'cert'} needs --${cert === undefined ? 'cert' : 'key'} too.`,
    )
  }
  return {cert: read(resolve(folder, cert)), key: read(resolve(folder, key))}
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const message = `Could not read ${file} (${reasonOf(error)}). Create a certificate with: mkcert localhost "*.localhost"`
    throw new CommandError('usage', message, {cause: error})
  }
}
