import {importMarkdown} from '../markdown/importMarkdown.ts'
import type {SourceReader} from '../plan/sourceReader.ts'

/** Reads a Markdown page. */
export const pageReader: SourceReader = {
  name: 'a Markdown page',
  accepts: ({path}) => /\.(?:md|markdown)(?:[?#].*)?$/i.test(path),
  read: (file, {asOf}) => {
    const {base} = file
    const {documents, unmapped, findings} = importMarkdown(file.text, {
      asOf,
      ...(base !== undefined && {base}),
    })
    const placeAt = (line: number) => ({file: file.path, line})
    return {
      documents: documents.map((document) => ({document, places: [placeAt(1)]})),
      findings: findings.map(({line, message}) => ({
        code: 'uncertain',
        kind: 'verify',
        place: placeAt(line),
        message,
        choices: [],
      })),
      leftovers: unmapped.map(({line, text, reason}) => ({place: placeAt(line), text, reason})),
    }
  },
}
