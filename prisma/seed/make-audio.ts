// Computes media/hours.wav, bells that walk over five notes and strike three: node prisma/seed/make-audio.ts
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { seeded } from './seeded.ts'

const rate = 22_050
const seconds = 18.5
/** Ratio to the prime, loudness, decay in seconds: hum, prime, tierce, quint, nominal. */
const partials = [
  [0.5, 0.25, 4.0],
  [1.0, 0.35, 2.6],
  [1.2, 0.2, 1.6],
  [1.5, 0.08, 1.1],
  [2.0, 0.3, 0.8],
] as const
const scale = [0, 2, 4, 7, 9, 12, 14, 16].map((semitone) => 392 * 2 ** (semitone / 12))

const sound = new Float64Array(Math.round(rate * seconds))
ringMelody(sound)
for (const at of [11.6, 13.4, 15.2]) ring(sound, at, 130.8, 1.25)
await writeFile(join(import.meta.dirname, 'media/hours.wav'), encodeWav(settle(echo(sound))))

/** A walk over the scale in steps of one or two notes, with a rest now and then. */
function ringMelody(sound: Float64Array) {
  const random = seeded(1386)
  let note = 4
  for (let beat = 0; beat < 24; beat++) {
    const step = Math.ceil(random() * 2) * (random() < 0.5 ? -1 : 1)
    note = note + step < 0 || note + step >= scale.length ? note - step : note + step
    const rests = beat % 8 === 7 || (beat % 2 === 1 && random() < 0.3)
    if (!rests) ring(sound, 0.15 + beat * 0.45, scale[note] ?? 392, beat % 4 === 0 ? 0.7 : 0.45)
  }
}

function ring(sound: Float64Array, at: number, pitch: number, loudness: number) {
  const start = Math.round(at * rate)
  for (let i = start; i < sound.length; i++) {
    const t = (i - start) / rate
    const attack = Math.min(1, t / 0.006)
    const tone = partials.reduce(
      (sum, [ratio, share, decay]) =>
        sum + share * Math.exp(-t / decay) * Math.sin(2 * Math.PI * pitch * ratio * t),
      0,
    )
    sound[i] = (sound[i] ?? 0) + loudness * attack * tone
  }
}

/** Two late, quiet copies fed back: the walls around the yard. */
function echo(dry: Float64Array): Float64Array {
  const wet = Float64Array.from(dry)
  const delays = [
    [Math.round(rate * 0.237), 0.22],
    [Math.round(rate * 0.371), 0.16],
  ] as const
  for (let i = 0; i < wet.length; i++) {
    for (const [delay, gain] of delays) wet[i] = (wet[i] ?? 0) + gain * (wet[i - delay] ?? 0)
  }
  return wet
}

/** The loudest sample at 0.8 of full scale, the last two seconds fading to nothing. */
function settle(sound: Float64Array): Float64Array {
  const peak = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  return sound.map((sample, i) => (0.8 * sample * Math.min(1, (sound.length - i) / (2 * rate)) ** 2) / peak)
}

/** 16 bit mono PCM. */
function encodeWav(sound: Float64Array): Buffer {
  const file = Buffer.alloc(44 + sound.length * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 2, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(sound.length * 2, 40)
  sound.forEach((sample, i) => file.writeInt16LE(Math.round(sample * 32_767), 44 + i * 2))
  return file
}
