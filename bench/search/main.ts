/**
 * Measures the search of a site with 1,500 sessions against one with 100: making it on the server, making it in a
 * browser from the file, and searching. Each should grow as the number of documents does, and not faster.
 */
import {gzipSync} from 'node:zlib'

import {createSearch} from '../../site/src/search/createSearch.ts'
import {packDocuments, searchData, unpackDocuments} from '../../site/src/search/searchData.ts'
import {searchDocuments} from '../../site/src/search/searchDocuments.ts'
import {largeCommunity} from '../../test/support/largeCommunity.ts'

const rounds = 7
const now = '2026-11-26T09:00:00Z'
const months = Array.from({length: 12}, (_, month) => `month-${month + 1}`)
const queries = ['calendar', 'meetings page', 'documnts', '2026-11', 'a', 'editor lake zone site']

const [small, large] = [measure(100), measure(1500)]
console.log(`${'sessions'.padEnd(28)}      100     1500   ratio`)
for (const [name, value] of Object.entries(small)) {
  const other = Number(Reflect.get(large, name))
  const columns = [value.toFixed(1).padStart(8), other.toFixed(1).padStart(8)]
  console.log(`${name.padEnd(28)} ${columns.join(' ')} ${(other / value).toFixed(1).padStart(6)} x`)
}

function measure(sessions: number) {
  const content = largeCommunity(sessions)
  const documents = searchDocuments(content)
  const text = JSON.stringify(packDocuments(documents, {pagePath: '/meetings/', months}))
  const search = createSearch(documents, months)
  return {
    documents: documents.length,
    'file, kB gzip': gzipSync(text).length / 1000,
    'make on the server, ms': time(() => createSearch(searchDocuments(content), months)),
    'make in a browser, ms': time(() =>
      createSearch(unpackDocuments(searchData.parse(JSON.parse(text))), months),
    ),
    'six searches, ms': time(() => {
      for (const query of queries) search.find(query, {now, limit: 20})
    }),
  }
}

/** Returns the least processor time of some rounds in milliseconds: other work on the machine does not count. */
function time(work: () => void): number {
  const times = Array.from({length: rounds}, () => {
    const start = process.cpuUsage()
    work()
    return process.cpuUsage(start).user / 1000
  })
  return Math.min(...times)
}
