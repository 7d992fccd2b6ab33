/** Why there is no microphone: the person or the device said no, there is none, another call has it. */
export type NoMicrophone = 'refused' | 'missing' | 'busy' | 'unable'

/** Opens the microphone for speech: one channel, nothing cut away that a listener would miss. */
export async function openMicrophone(): Promise<MediaStream | NoMicrophone> {
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') return 'unable'
  try {
    const audio = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: true }
    return await navigator.mediaDevices.getUserMedia({ audio })
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy'
  }
}

/** Gives the microphone back: the telephone's red light goes out. */
export function closeMicrophone(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop()
}

// iPhones write mp4 in fragments, everything else webm: both survive being cut anywhere.
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

/** The media type this browser records, and the ending such files have. */
export function recordedType(): { type: string; ending: string } {
  const type = types.find((one) => MediaRecorder.isTypeSupported(one)) ?? ''
  return {
    type,
    ending: type.startsWith('audio/mp4') ? 'm4a' : type.startsWith('audio/ogg') ? 'ogg' : 'webm',
  }
}
