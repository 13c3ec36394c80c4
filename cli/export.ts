import {connect} from './connection.ts'
import type {ExportOptions} from './export/exportOptions.ts'
import {formats, type Format} from './export/formats.ts'
import {loadExtension} from './extension.ts'
import type {Shell} from './shell.ts'

export interface ExportRequest {
  /** A file or folder. Absent to write to standard output. */
  target: string | undefined
  format: Format
  siteUrl: string | undefined
  /** BCP 47 tag. */
  language: string | undefined
  now: Date
  /** File with the extension of the project. */
  extension: string | undefined
  options: ExportOptions
}

/** Runs `touchpoints export`. */
export async function exportContent(request: ExportRequest, shell: Shell): Promise<void> {
  const {target, format, siteUrl, language, now, options} = request
  const loaded = await loadExtension(request.extension, shell)
  const {env, folder} = shell
  const connection = connect({env, folder, now, extension: loaded?.extension})
  const context = {connection, shell, now: now.toISOString(), siteUrl, language}
  await formats[format].run(context, target, options)
}
