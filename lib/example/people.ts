import type { ExampleMember } from './shape.ts'

export const houses = [
  'Maison de quartier des Ors',
  'Maison de quartier Saint-Nicolas',
  'Maison citoyenne Noël Guichard',
  'Accorderie',
] as const

const [ors, saintNicolas, guichard, accorderie] = houses

/** Fourteen invented people. Inès is a minor: a resident like the others, whose parents must agree too. */
export const members: ExampleMember[] = [
  { name: 'Élodie', role: 'coordination', house: guichard },
  { name: 'Nadir', role: 'coordination', house: saintNicolas },
  { name: 'Bastien', role: 'technique', house: guichard },
  { name: 'Fatiha', role: 'resident', house: ors },
  { name: 'Denise', role: 'resident', house: ors },
  { name: 'Jocelyne', role: 'resident', house: ors },
  { name: 'Karim', role: 'resident', house: saintNicolas },
  { name: 'Inès', role: 'resident', house: saintNicolas },
  { name: 'Aïcha', role: 'resident', house: saintNicolas },
  { name: 'Yamina', role: 'resident', house: guichard },
  { name: 'Marcel', role: 'resident', house: guichard },
  { name: 'Tomasz', role: 'resident', house: guichard },
  { name: 'Lucas', role: 'resident', house: guichard },
  { name: 'Rosa', role: 'resident', house: accorderie },
]
