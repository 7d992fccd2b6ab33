import type { Role } from '#lib/db/schema.ts'

/** The function, never a gendered job. */
export const roleWords: Record<Role, string> = {
  resident: 'Comité',
  technique: 'Technique',
  coordination: 'Coordination',
}
export const roleHints: Record<Role, string> = {
  resident: 'Écrit et enregistre ses sujets.',
  technique: 'Voit le conducteur et tous les sons.',
  coordination: 'Fait tout : personnes, conducteur, publication.',
}
