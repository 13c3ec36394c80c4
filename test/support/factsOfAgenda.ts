export interface AgendaRow {
  date: string
  /** `HH:MM` as the page wrote it, whatever it meant by GMT. */
  time: string
  slot: string
  /** People and their organizations. */
  names: string[]
  topics: string[]
  tag: string
  recording: string
}

/** The rows of the agenda's table, split at its bars: no code in common with what imports agendas. */
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
