import {connect} from './connection.ts'
import {loadExtension} from './extension.ts'
import type {Format} from './export/formatOf.ts'
import type {Shell} from './shell.ts'

export interface ExportRequest {
  /** A file or folder. Absent to write to standard output. */
  target: string | undefined
  format: Format
  drafts: boolean
  siteUrl: string
  /** Folder of Hugo's pages. */
  section: string
  pages: 'adapter' | 'files'
  now: Date
  /** File with the extension of the project. */
  extension: string | undefined
}

/** Runs `touchpoints export`. */
export async function exportContent(request: ExportRequest, shell: Shell): Promise<void> {
  const {target, format, drafts, siteUrl, section, pages, now} = request
  const loaded = await loadExtension(request.extension, shell)
  const {env, folder} = shell
  const connection = connect({env, folder, now, extension: loaded?.extension})
  const source = {connection, shell, now: now.toISOString(), siteUrl}
  // Loads only the modules of the format: an archive needs no calendar, a calendar no archiver.
  switch (format) {
    case 'ndjson': {
      const {exportDocuments} = await import('./export/exportDocuments.ts')
      return exportDocuments(source, target, drafts)
    }
    case 'tar.gz':
      return (await import('./export/exportArchive.ts')).exportArchive(source, target)
    case 'json':
    case 'ics':
      return (await import('./export/exportFeed.ts')).exportFeed(source, target, format === 'ics')
    case 'hugo': {
      const {exportHugo} = await import('./export/exportHugo.ts')
      return exportHugo(source, target, {section, pages})
    }
  }
}
