export { mandaatroutes } from './routes.ts'
