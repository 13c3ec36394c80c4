import type {APIRoute} from 'astro'

import {searchFileReply} from '../../../http/searchReply.ts'
import {searchFiles} from '../../../static/feedPaths.ts'

export const getStaticPaths = () => searchFiles()

/** Serves what a browser searches in: one file for each language. */
export const GET: APIRoute = (context) => searchFileReply(context, context.params['language'] ?? '')
