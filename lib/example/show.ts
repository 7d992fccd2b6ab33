import type { ExampleShow } from './shape.ts'

/** Station, slot, publisher and address are invented, and look it: none of them is known for the real show. */
export const show: ExampleShow = {
  name: 'La Bobine Romanaise',
  description:
    'L’émission des maisons de quartier de Romans-sur-Isère, écrite et enregistrée par un comité de quatorze habitantes et habitants. Exemple : les personnes, les sujets et les voix de cette page sont inventés.',
  language: 'fr',
  category: 'Society & Culture',
  subcategory: 'Personal Journals',
  publisher: 'Association exemple',
  director: 'Direction de l’exemple',
  ownerEmail: 'bobine@exemple.invalid',
  station: 'Radio Exemple',
  frequency: '00.0 FM',
  slotWeekday: 5,
  slotTime: '18:00',
  timeZone: 'Europe/Paris',
  targetMs: 1_650_000,
  locationName: 'Romans-sur-Isère, Drôme',
  contact: 'Maison de quartier de l’exemple, 00 00 00 00 00',
}

export const rubrics = ['Développement durable', 'Culture'] as const
export const themes = ['Alimentation', 'Mobilité', 'Économie de partage'] as const
