import {type FeedFetch, fetchPage} from '@touchpoints/calendar/fetch'

import {CliError} from '../../CliError.ts'
import type {CollectedFiles} from './collectedFiles.ts'

/**
 * Fetches one page: Markdown, YAML, TOML or a calendar.
 *
 * @throws CliError when it cannot be fetched, or is HTML
 */
export async function fetchSource(
  url: string,
  {fetch, allowHosts}: {fetch: FeedFetch; allowHosts: readonly string[]},
): Promise<CollectedFiles> {
  const page = await fetchPage(rawAddress(url), {fetch, allowHosts})
  if ('failure' in page) {
    // The fetch reads feeds, too, and says so.
    const why = page.failure.replaceAll('feed', 'page')
    throw new CliError('bad-input', `Could not read ${url}. ${why} Check the address.`)
  }
  if (/^\s*(?:<!doctype html|<html)\b/i.test(page.text)) {
    throw new CliError(
      'bad-input',
      `${url} is HTML. Use the address of its source, such as the raw Markdown in its repository.`,
    )
  }
  const text = page.text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  return {files: [{path: url, text, base: url}], others: new Map(), refused: [], notes: []}
}

/** The address of a file in a repository of GitHub shows HTML around it. */
function rawAddress(url: string): string {
  const [, path, rest] = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/blob\/(.+)$/.exec(url) ?? []
  return path === undefined ? url : `https://raw.githubusercontent.com/${path}/${rest}`
}
