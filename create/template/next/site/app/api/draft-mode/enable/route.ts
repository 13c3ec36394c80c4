export {enable as GET} from '../../../../lib/draftMode'
