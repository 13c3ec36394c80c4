import type {CommandGroup} from '../cliCommand.ts'

/** In an order in which each command has the dataset that it needs. */
export const datasets: CommandGroup = [
  {
    command: 'assets upload',
    kind: 'offline',
    args: ['--file', 'pixel.png', '--type', 'image'],
    output: /sanity\.imageAsset/,
  },
  {command: 'datasets list', kind: 'offline', args: [], output: /production/},
  {
    command: 'datasets create',
    kind: 'offline',
    args: ['created', '--visibility', 'private'],
    output: /created/,
  },
  {command: 'datasets visibility get', kind: 'offline', args: ['created'], output: /private/},
  {
    command: 'datasets visibility set',
    kind: 'offline',
    args: ['created', 'public'],
    output: /visibility changed/,
  },
  {
    command: 'datasets import',
    kind: 'offline',
    args: ['import.ndjson', '--dataset', 'created', '--replace'],
    output: /Imported 1 documents|Done/,
  },
  {
    command: 'datasets export',
    kind: 'offline',
    args: ['production', 'production.tar.gz', '--overwrite'],
    output: /Export finished/,
  },
  {command: 'datasets copy', kind: 'offline', args: ['created', 'copied'], output: /copied/},
  {
    command: 'datasets alias create',
    kind: 'offline',
    args: ['current', 'created'],
    output: /current/,
  },
  {
    command: 'datasets alias unlink',
    kind: 'offline',
    args: ['current', '--force'],
    output: /current/,
  },
  {
    command: 'datasets alias link',
    kind: 'offline',
    args: ['current', 'copied', '--force'],
    output: /current/,
  },
  {
    command: 'datasets alias delete',
    kind: 'offline',
    args: ['current', '--force'],
    output: /deleted/i,
  },
  {command: 'datasets delete', kind: 'offline', args: ['copied', '--force'], output: /deleted/i},
  {command: 'datasets embeddings status', kind: 'offline', args: ['created'], output: /disabled/i},
  {command: 'datasets embeddings disable', kind: 'hosted', args: ['created']},
  {
    command: 'datasets embeddings enable',
    kind: 'hosted',
    args: ['created', '--projection', '{title}'],
  },
]

export const backups: CommandGroup = [
  {command: 'backups list', kind: 'hosted', args: ['production']},
  {command: 'backups enable', kind: 'hosted', args: ['production']},
  {command: 'backups disable', kind: 'hosted', args: ['production']},
  {
    command: 'backups download',
    kind: 'hosted',
    args: ['production', '--backup-id', '2026-01-01-abc', '--out', 'backup.tar.gz'],
  },
]
