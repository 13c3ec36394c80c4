interface Option {
  type: 'boolean' | 'string'
  multiple?: boolean
  /** The name of its value in the help, such as `FILE`. */
  value?: string
  help: string
}

/** The options of the command. Its help and its argument parser derive from this. */
export const options = {
  project: {
    type: 'string',
    value: 'ID',
    help: 'project ID. Defaults to the one in sanity.cli.ts',
  },
  dataset: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'dataset, such as production, or abc123.staging of another project. Can be repeated. Defaults to those in sanity.cli.ts and sanity.config.ts',
  },
  seed: {
    type: 'string',
    multiple: true,
    value: 'FILE',
    help: 'archive of `sanity dataset export` (.tar.gz), or NDJSON (.ndjson, .ndjson.gz), for an empty dataset. NAME=FILE is for another dataset than the first. Can be repeated',
  },
  replace: {
    type: 'boolean',
    help: 'also seed a dataset with documents. Those with the same ids are replaced',
  },
  memory: {type: 'boolean', help: 'store nothing on disk'},
  data: {type: 'string', value: 'FOLDER', help: 'data folder. Defaults to .sanity-lake'},
  port: {
    type: 'string',
    value: 'PORT',
    help: 'port to listen on, 0 for a free one. Defaults to 3900, and for exec to a free one',
  },
  host: {
    type: 'string',
    value: 'ADDRESS',
    help: 'address to listen on. Defaults to 127.0.0.1. Another one, such as 0.0.0.0 in a container, requires --token',
  },
  token: {
    type: 'string',
    value: 'TOKEN',
    help: 'token that can read and write, at least 16 characters, and 32 for a Studio. Without one, everyone on this machine can. Better: the variable SANITY_LAKE_TOKEN',
  },
  cert: {
    type: 'string',
    value: 'FILE',
    help: 'certificate in PEM, such as one of mkcert. Serves https and HTTP/2. With --key',
  },
  key: {type: 'string', value: 'FILE', help: 'key of the certificate, in PEM'},
  'allow-host': {
    type: 'string',
    multiple: true,
    value: 'NAME',
    help: 'another host name of the lake, such as the name of its container. Can be repeated',
  },
  'allow-origin': {
    type: 'string',
    multiple: true,
    value: 'ORIGIN',
    help: 'origin of web pages on other machines that can use the lake. Can be repeated',
  },
  'write-env': {
    type: 'string',
    value: 'FILE',
    help: 'write the address into a file when the lake is ready, as SANITY_API_HOST=… and other variables',
  },
} as const satisfies Record<string, Option>

/** Returns the rows of the help: each option with its description. */
export function optionRows(): [string, string][] {
  return Object.entries<Option>(options).map(([name, {value, help}]) => [
    value ? `--${name} ${value}` : `--${name}`,
    help,
  ])
}
