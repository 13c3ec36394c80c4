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
  /** Folder of documents to read instead of a Content Lake. */
  content: string | undefined
  options: ExportOptions
}

/** Runs `touchpoints export`. */
export async function exportContent(request: ExportRequest, shell: Shell): Promise<void> {
  const {content} = request
  if (content === undefined) return exportFrom(shell.env, request, shell)
  // Imported late: it loads SQLite.
  const {openContent} = await import('./export/openContent.ts')
  const {env, close} = await openContent(content, shell)
  try {
    await exportFrom(env, request, shell)
  } finally {
    await close()
  }
}

async function exportFrom(env: Shell['env'], request: ExportRequest, shell: Shell): Promise<void> {
  const {target, format, siteUrl, language, now, options} = request
  const loaded = await loadExtension(request.extension, shell)
  const connection = connect({env, folder: shell.folder, now, extension: loaded?.extension})
  const context = {connection, shell, now: now.toISOString(), siteUrl, language}
  await formats[format].run(context, target, options)
}
