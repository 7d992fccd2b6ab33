import { clips } from '#lib/db/schema.ts'
import { addToList, foundShow } from '#lib/episode/show.server.ts'
import { openFiles } from '#lib/machine/files.server.ts'
import type { Actor } from '#lib/people/can.ts'
import { addVoice } from '#lib/rights/rights.server.ts'
import { addItem } from '#lib/rundown/rundown.server.ts'
import { planNextEpisode, saveTemplate } from '#lib/rundown/template.server.ts'
import { createStory } from '#lib/story/story.server.ts'
import type { Radio } from './radio.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

/** A show with one of everything, and for each action what an honest page would send. */
export async function furnish(
  { db, data }: Radio,
  memberId: string,
): Promise<Record<string, Record<string, unknown>>> {
  const actor: Actor = { memberId, name: 'Nadia', role: 'coordination', houseId: null, sessionId: nobody }
  const files = await openFiles(data)
  await foundShow(db, 'console', 'La Bobine', files)
  const rubricId = await addToList(db, actor, 'rubrics', 'Culture')
  const houseId = await addToList(db, actor, 'houses', 'La Conserverie')
  const episodeId = await planNextEpisode(db, actor, new Date())
  await saveTemplate(db, actor, episodeId, 'Ordinaire')
  const storyId = await createStory(db, actor, { title: 'Les citrons', rubricId, themeIds: [] })
  const [clip] = await db
    .insert(clips)
    .values({
      title: 'Marché',
      originalName: 'a.mp3',
      originalFile: 'originals/x',
      sizeBytes: 1,
      ownerId: actor.memberId,
      state: 'refused',
      facts: { tags: { title: 'Le marché', artist: 'Les Halles', tsrc: 'FRZ031400123' } },
    })
    .returning()
  const [ready] = await db
    .insert(clips)
    .values({
      title: 'Voix',
      originalName: 'b.mp3',
      originalFile: 'originals/y',
      sizeBytes: 1,
      ownerId: actor.memberId,
      state: 'ready',
      durationMs: 20_000,
    })
    .returning()
  const itemId = await addItem(db, actor, episodeId, { kind: 'voice', title: 'Chapeau' })
  await addItem(db, actor, episodeId, { kind: 'clip', title: 'Le marché', clipId: clip?.id ?? null })
  const voiceId = await addVoice(db, actor, storyId, { name: 'Samira' })
  const member = { name: 'Paul', role: 'resident', houseId, email: '' }
  const story = { title: 'Un sujet', rubricId, themeIds: [] }
  const clipId = clip?.id ?? ''
  return {
    $RSC_SERVER_ACTION_0: { size: 'xl' },
    foundShowAction: { name: 'La Bobine' },
    askLinkAction: { email: 'personne@exemple.fr' },
    createStoryAction: {
      title: 'Un sujet',
      storyId: '',
      authorId: '',
      form: 'brief',
      angle: '',
      isProposal: '',
      words: 'x',
    },
    takeStoryAction: { storyId },
    giveStoryBackAction: { storyId },
    offerStoryAction: { storyId, isProposal: 'oui' },
    askHandAction: { storyId, helperId: nobody },
    withdrawHandAction: { storyId, helperId: nobody },
    editStoryAction: { ...story, storyId, form: 'brief', angle: '', peopleIds: [] },
    changeStoryStateAction: { storyId, to: 'draft' },
    binStoryAction: { storyId },
    restoreStoryAction: { storyId },
    addMyselfAction: { storyId, uses: ['antenne'] },
    addVoiceAction: { storyId, name: 'Samira', alias: '', clipId: '' },
    editVoiceAction: { voiceId, name: 'Samira', alias: 'Une voisine', clipId: '' },
    answerAction: { storyId, voiceId, by: 'self', parentName: '', antenne: 'oui', proof: 'tap' },
    withdrawAction: { voiceId, by: 'self' },
    returnAction: { voiceId, by: 'self' },
    removeVoiceAction: { voiceId },
    restoreVoiceAction: { voiceId },
    warnAction: { storyId, warning: 'own', own: 'Parle de la guerre.' },
    addNoteAction: { storyId, body: 'Qui parle ?', quote: '', line: '0', from: '0', to: '0' },
    answerNoteAction: { noteId: nobody, body: 'Moi' },
    closeNoteAction: { noteId: nobody, outcome: 'resolved' },
    reopenNoteAction: { noteId: nobody },
    askReviewAction: { storyId, reviewerId: '' },
    finishReviewAction: { storyId, verdict: 'ready', checks: ['who'], ready: 'clear', message: '' },
    keepReadingTestAction: { spokenMs: 60_000 },
    planNextAction: { templateId: '' },
    editEpisodeAction: {
      episodeId,
      title: 'Titre',
      summary: 'Résumé',
      number: '1',
      airDate: '2026-12-04',
      airTime: '18:00',
      target: '27:30',
    },
    editForAppsAction: { episodeId, kind: 'full', start: '0:01', length: '0:15', biteTitle: '' },
    removeEpisodeAction: { episodeId: nobody },
    saveTemplateAction: { episodeId, name: 'Modèle' },
    keepColumnsAction: { columns: [{ name: 'Micro', was: null }] },
    askMasterAction: { episodeId, kinds: ['antenne', 'podcast'] },
    cancelMasterAction: { episodeId, masterId: nobody },
    publishNowAction: { episodeId },
    publishLaterAction: { episodeId, date: '2026-12-24', time: '09:00' },
    cancelScheduleAction: { episodeId },
    unpublishAction: { episodeId },
    bringBackAction: { episodeId },
    makePreviewAction: { episodeId },
    cutPreviewAction: { episodeId, linkId: nobody },
    askFilmAction: { episodeId, moment: '0', exactly: '0:10', seconds: '15' },
    stopFilmAction: { episodeId, filmId: nobody },
    removeFilmAction: { episodeId, filmId: nobody },
    editShowAction: {
      name: 'La Bobine',
      description: '',
      language: 'fr',
      category: 'Society & Culture',
      publisher: '',
      director: '',
      ownerEmail: '',
      contact: '',
      station: '',
      frequency: '',
      slotWeekday: '5',
      slotTime: '18:00',
      target: '27:30',
      podcastLufs: '-16',
      podcastDbtp: '-1',
      antenneLufs: '-23',
      antenneDbtp: '-1',
      antenneFormat: 'wav24',
      antenneFills: 'on',
    },
    editPodcastAction: {
      license: 'arr',
      locationName: '',
      locationGeo: '',
      locationOsm: '',
      fundingUrl: '',
      fundingLabel: '',
      isLocked: 'on',
      hubUrl: '',
      movedTo: '',
    },
    addToListAction: { list: 'themes', name: 'Un thème' },
    renameInListAction: { list: 'rubrics', id: rubricId, name: 'Cultures' },
    removeFromListAction: { list: 'themes', id: nobody },
    bringCoverAction: { picture: 'x' },
    addMemberAction: member,
    editMemberAction: { ...member, memberId: nobody },
    makeCardAction: { memberId: nobody },
    revokeMemberAction: { memberId: nobody },
    suspendMemberAction: { memberId: nobody, suspended: 'true' },
    revokeDeviceAction: { sessionId: nobody },
    handOverAction: { letterId: nobody },
    renameSoundAction: { clipId, title: 'Nom' },
    describeSoundAction: {
      clipId,
      title: 'Nom',
      performer: '',
      author: '',
      label: '',
      catalogue: '',
      isrc: 'FR-Z03-14-00123',
      rights: 'own',
      credits: '',
      isMusic: 'on',
      imaging: 'sting',
    },
    attachSoundAction: { clipId, storyId },
    binSoundAction: { clipId },
    restoreSoundAction: { clipId },
    retrySoundAction: { clipId },
    editSoundAction: {
      clipId: ready?.id ?? '',
      edit: {
        parts: [{ startMs: 0, endMs: 15_000 }],
        fadeInMs: 0,
        fadeOutMs: 500,
        gainDb: 1.5,
        keepsSilence: true,
        cleanUps: ['hum'],
      },
      seen: null,
    },
    skipWeekAction: { monday: '2026-12-07', reason: 'vacances' },
    restoreWeekAction: { monday: '2026-12-07' },
    planAtAction: { airDate: '2026-12-12', airTime: '10:00', templateId: '' },
    editTemplateAction: {
      templateId: nobody,
      seen: 'x',
      name: 'Modèle',
      ruleKind: 'weekly',
      days: ['2'],
      every: '2',
      since: '2026-12-01',
      titlePattern: 'N° {numero}',
      airTime: '08:00',
      target: '',
      daysAhead: '10',
      kind: ['voice'],
      title: ['Chapeau'],
      who: [''],
      planned: ['1:30'],
      rest: ['{}'],
    },
    previewTemplateAction: { ruleKind: 'monthly', nth: '-1', day: '6', titlePattern: '{date}', airTime: '' },
    copyTemplateAction: { templateId: nobody },
    removeTemplateAction: { templateId: nobody },
    restoreTemplateAction: { templateId: nobody },
    moveTargetsAction: { episodeId },
    moveToWeekAction: { lineIds: [itemId], targetId: nobody },
    moveBackAction: { from: episodeId, to: nobody, itemIds: [itemId], madeIds: [itemId] },
    splitSoundAction: { clipId: ready?.id ?? '', atMs: 10_000 },
  }
}
