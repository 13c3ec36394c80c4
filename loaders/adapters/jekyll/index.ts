export {
  jekyllFiles,
  jekyllIncludes,
  type JekyllOptions,
  type JekyllPages,
  type JekyllPlace,
} from './jekyllFiles.ts'
