/**
 * The door by which the pane has the cells answer by other référentiels. A file of its own: imported dynamically,
 * referentiels.ts itself would make the functions fetch the bundler's helpers, and React with them.
 */
export { employerReferentiels } from './referentiels.ts'
