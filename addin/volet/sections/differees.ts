/**
 * The sections that are fetched after the first display, together: parts that they share would otherwise be files
 * of their own, which Chromium does not fetch again once they have failed.
 */
export { default as Aide } from './Aide.tsx'
export { default as Calendrier } from './Calendrier.tsx'
export { default as Cofinancement } from './Cofinancement.tsx'
export { default as Enveloppes } from './Enveloppes.tsx'
export { default as Plan } from './Plan.tsx'
export { default as Referentiels } from './Referentiels.tsx'
export { default as Transmission } from './Transmission.tsx'
export { default as Versions } from './Versions.tsx'
