export { beginConcept, bewaarConcept, leesConcept, leesConcepten, lijstUit, ruimConceptenOp, tekstUit, verstuurConcept, wisConcept } from './concept.ts'
export type { Concept, Conceptinhoud } from './concept.ts'
