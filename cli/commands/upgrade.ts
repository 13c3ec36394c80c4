import {defineCommand} from '../command.ts'

export const upgrade = defineCommand({
  name: 'upgrade',
  summary: 'compare packages with the registry, and move content to the current model',
  about: `Compares the packages of touchpoints that package.json lists, and the peers that they require, with the
registry. It prints the npm command that installs what is behind, and does not edit package.json.

Then it says what a migration of the content to the installed version would change, and asks. With --yes, or
after the answer, it backs up the Content Lake to backups/ and writes the changes. Without a data folder it
changes content/*.ndjson.`,
  options: {
    yes: {
      type: 'boolean',
      default: false,
      help: 'write the changes of the content, without a question',
    },
  },
  notes: `Without a connection to the registry it says so, and continues with the content. Writes to the hosted
service when SANITY_STUDIO_PROJECT_ID is set and SANITY_API_HOST is not. This requires SANITY_API_WRITE_TOKEN.`,
  run: async ({values: {yes}}, shell) => {
    const today = new Date().toISOString().slice(0, 10)
    await (await import('../upgrade.ts')).upgrade({yes, today}, shell)
  },
})
