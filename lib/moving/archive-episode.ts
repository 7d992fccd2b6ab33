import type { Publication } from '#lib/publishing/publication.ts'
import { htmlFragment, type XmlChild, xml } from '#lib/publishing/xml.ts'
import { formatDuration } from '#lib/time/duration.ts'
import { archivePage } from './archive-html.ts'

/** Paths from the archive's root; null for what an episode does not have. */
export type EpisodeFiles = {
  sound: string | null
  chapters: string | null
  vtt: string | null
  srt: string | null
}

/** The page of a published episode: its sound, chapters, people, notes and all that is said in it. */
export function archiveEpisode(
  episode: Publication & { notesHtml: string | null },
  files: EpisodeFiles,
): string {
  const up = (path: string) => `../${path}`
  const facts = `Saison ${episode.seasonName}, n°\u00a0${episode.number}. Diffusion\u00a0: ${episode.airDate}. Durée\u00a0: ${formatDuration(episode.durationMs)}.`
  const named = {
    sound: 'Le son (MP3)',
    chapters: 'Les chapitres (JSON)',
    vtt: 'Les sous-titres (WebVTT)',
    srt: 'Les sous-titres (SRT)',
  }
  const links = Object.entries(named).flatMap(([kind, words]) => {
    const path = files[kind as keyof EpisodeFiles]
    return path === null ? [] : [xml('li', {}, link(up(path), words))]
  })
  const top = [
    xml('p', {}, facts),
    xml('p', {}, episode.summary),
    ...(files.sound
      ? [
          xml(
            'audio',
            { controls: 'controls', preload: 'none', src: up(files.sound) },
            'Le son est dans la liste ci-dessous.',
          ),
        ]
      : []),
    xml('ul', {}, ...links),
    ...chapterNodes(episode),
    ...peopleNodes(episode),
  ]
  const notes = episode.notesHtml ? `\n<h2>Notes</h2>\n${episode.notesHtml}` : ''
  return archivePage(episode.title, `${htmlFragment(top)}${notes}\n${htmlFragment(textNodes(episode))}`)
}

/** Its parts are ours: ids, fixed folders and endings. */
const link = (href: string, words: string) => xml('a', { href }, words)

function chapterNodes({ chapters }: Publication): XmlChild[] {
  const items = chapters.map(({ startMs, title }) => xml('li', {}, `${formatDuration(startMs)} ${title}`))
  return items.length === 0 ? [] : [xml('h2', {}, 'Chapitres'), xml('ol', {}, ...items)]
}

function peopleNodes({ persons, music }: Publication): XmlChild[] {
  const names = [...new Set(persons.map(({ name }) => name))]
  const pieces = music.map(({ title, performer }) =>
    xml('li', {}, [title, performer].filter(Boolean).join(', ')),
  )
  return [
    ...(names.length > 0 ? [xml('h2', {}, 'Avec'), xml('p', {}, names.join(', '))] : []),
    ...(pieces.length > 0 ? [xml('h2', {}, 'Musiques'), xml('ul', {}, ...pieces)] : []),
  ]
}

function textNodes({ transcript }: Publication): XmlChild[] {
  if (transcript.length === 0) return []
  const parts = transcript.flatMap(({ chapter, speaker, paragraphs }, at) => [
    ...(chapter !== transcript[at - 1]?.chapter ? [xml('h3', {}, chapter || 'Sans titre')] : []),
    ...paragraphs.map((words) => xml('p', {}, speaker ? xml('strong', {}, `${speaker}\u00a0: `) : '', words)),
  ])
  return [xml('h2', {}, 'Le texte'), ...parts]
}
