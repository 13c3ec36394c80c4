export {disable as GET} from '../../../../lib/draftMode'
