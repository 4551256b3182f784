/** Het rekenen met schema's is van aanlevering: een bericht en een record in een bestand worden door dezelfde code gekeurd. */
export { gewoon, isSchema, metKinderen } from '../../aanlevering/index.ts'
export type { JsonSchema } from '../../aanlevering/index.ts'
