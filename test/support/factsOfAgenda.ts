export interface AgendaRow {
  date: string
  /** `HH:MM` as written on the page, in its own meaning of GMT. */
  time: string
  slot: string
  /** People and their organizations. */
  names: string[]
  topics: string[]
  tag: string
  recording: string
}

/** Returns the rows of the agenda's table, split at `|`. It shares no code with the importer. */
export function factsOfAgenda(markdown: string): AgendaRow[] {
  return markdown
    .split('\n')
    .filter((line) => /^\| \d{4}-/.test(line))
    .map((line) => {
      const [
        ,
        date = '',
        ,
        slot = '',
        time = '',
        guests = '',
        topic = '',
        tag = '',
        recording = '',
      ] = line.split('|').map((cell) => cell.trim())
      return {
        date,
        time,
        slot,
        names: guests.split(/[;,]/).map((name) => name.trim()),
        topics: topic.split(';').map((part) => part.trim()),
        tag,
        recording,
      }
    })
}
