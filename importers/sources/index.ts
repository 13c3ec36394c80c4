export {sigsYamlReader} from './sigsYaml.ts'
