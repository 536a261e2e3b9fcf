export { stableId as demoId } from '../library/stable-id';
