/** What a refused upload answers: its status, and a sentence that the page shows as it is. */
export type Answer = { status_code: number; body: string }

const answers: Record<string, Answer> = {
  'signed-out': {
    status_code: 401,
    body: 'Vous n’êtes plus connecté. Le son n’est pas perdu : reprenez votre carte pour entrer.',
  },
  'not-found': { status_code: 404, body: 'Cet envoi n’existe pas, ou il n’est pas à vous.' },
  'not-allowed': {
    status_code: 403,
    body: 'Vous ne pouvez pas ajouter de son ici. Demandez à la coordination.',
  },
  'upload.empty': { status_code: 400, body: 'Ce fichier est vide : il n’y a pas de son dedans.' },
  'upload.length': { status_code: 400, body: 'La taille du fichier manque.' },
  'upload.story': { status_code: 400, body: 'Ce sujet n’existe pas.' },
  'upload.too-big': {
    status_code: 413,
    body: 'Ce fichier est trop gros : 2 Go au plus. Envoyez-le en deux morceaux, ou en MP3.',
  },
  'upload.quota': {
    status_code: 413,
    body: 'Vous avez déjà beaucoup de sons ici. Mettez-en à la corbeille, ou demandez à la coordination.',
  },
  'upload.too-many': {
    status_code: 429,
    body: 'Cinq sons sont déjà en route. Attendez que l’un d’eux soit arrivé, puis réessayez.',
  },
  'upload.no-room': {
    status_code: 507,
    body: 'Il n’y a plus assez de place sur l’ordinateur de la radio. Le son n’est pas perdu : gardez-le et prévenez la coordination.',
  },
  'upload.trouble': {
    status_code: 503,
    body: 'Le son n’est pas parti. Il n’est pas perdu. Réessayez dans un moment.',
  },
}

/** The answer for a refusal's reason. */
export function uploadAnswer(reason: string): Answer {
  return (
    answers[reason] ?? { status_code: 400, body: 'Cet envoi n’est pas possible. Le son n’est pas perdu.' }
  )
}
