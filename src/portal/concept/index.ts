export { beginConcept, bewaarConcept, leesConcept, leesConcepten, ruimConceptenOp, verstuurConcept, wisConcept } from './concept.ts'
export type { Concept, Conceptinhoud } from './concept.ts'
