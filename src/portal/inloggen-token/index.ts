export { tokenroutes } from './routes.ts'
