/** Words that stand at the heart of the passwords people choose most. */
const WORDS = new Set(
  `password passwort passwd pass passphrase parola contrasena motdepasse wachtwoord senha haslo heslo salasana lozinka
  admin administrator root user guest login logon welcome willkommen bienvenue letmein openup access secret geheim changeme
  change default temp temporary test testing tester demo example sample qwerty qwertz azerty qazwsx qwertyuiop asdf asdfgh
  asdfghjkl zxcv zxcvbn zxcvbnm iloveyou ilove loveyou lovely love lover loveme sunshine sunflower princess prinzessin
  queen king dragon monkey banana butterfly football fussball futbol soccer baseball basketball hockey golf tennis softball
  superman batman spiderman starwars pokemon pikachu naruto minecraft fortnite nintendo playstation xbox mustang ferrari
  porsche mercedes corvette yamaha harley honda toyota master shadow killer trustno trustme whatever nothing something
  computer internet samsung google facebook instagram twitter youtube linkedin microsoft windows android iphone apple
  michael jennifer jessica ashley daniel andrew joshua matthew robert thomas william anthony charlie jordan hunter harley
  george thunder freedom hello hallo bonjour hola ginger pepper cookie cheese chocolate flower blink summer winter spring
  autumn january february march april june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday sommer herbst fruehling london paris berlin madrid newyork chelsea arsenal liverpool
  barcelona juventus manchester cowboys yankees lakers steelers eagles rangers maverick merlin matrix phoenix tigger
  buster bailey maggie sophie angel angels jesus jesuschrist heaven godisgood blessed family forever friend friends
  mother father daddy mommy babygirl babyboy baby sweet sweetie honey precious beautiful purple orange yellow silver golden
  diamond crystal snoopy scooby mickey garfield elephant dolphin tiger lion panther eagle falcon wolf cricket password
  abc abcd abcde abcdef abcdefg abcdefgh abcabc qwe qwerasdf aaa asd asdasd qweqwe zaq zaqxsw xsw poiuytrewq lkjhgfdsa mnbvcxz
  money lucky number one two three hundred million dollar business company office server system network database oracle
  mysql postgres octavo blog blogger editor author owner writer wordpress ghost website webmaster support service`
    .split(/\s+/)
    .filter(Boolean),
)

/** Ways over the keyboard that are no straight rows. */
const WHOLE = new Set(
  `1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 zaq12wsx zaq1xsw2 qazwsxedc q2w3e4r5
  a1b2c3d4 a1s2d3f4 abcd1234 abc12345 1234abcd 1234qwer qwer1234 asdf1234 qweasdzxc qweasd123 123qweasd 1a2b3c4d 12qwaszx`.split(
    /\s+/,
  ),
)

/** Dates, telephone numbers, rows of signs. */
const SHORT_WITHOUT_LETTERS = /^[\x21-\x40\x5b-\x60\x7b-\x7e]{0,11}$/

const LOOKALIKES: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
}
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
]
const SHORTEST_KNOWN = 4

/**
 * Whether a guesser tries this early: one common word, whatever digits and signs stand around it or instead of its letters,
 * a row of keys, a repetition, digits alone, or a text that belongs to the person (`known`: name, e-mail address).
 */
export function isCommonPassword(password: string, known: (string | null)[] = []): boolean {
  const plain = password.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
  if (SHORT_WITHOUT_LETTERS.test(plain) || WHOLE.has(plain)) return true
  const guesses = coresOf(plain)
  const personal = new Set(known.flatMap((text) => partsOf(text ?? '')))
  return guesses.some(
    (guess) => WORDS.has(guess) || personal.has(lettersOf(guess)) || isRepetition(guess) || isRun(guess),
  )
}

/** What is left of a password without the digits and signs at its ends, as typed and with look-alikes read as letters. */
function coresOf(plain: string): string[] {
  const bare = trimSigns(plain)
  const read = [...plain].map((sign) => LOOKALIKES[sign] ?? sign).join('')
  const readBare = [...bare].map((sign) => LOOKALIKES[sign] ?? sign).join('')
  return [plain, bare, trimSigns(read), trimSigns(readBare)]
}

function trimSigns(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

function partsOf(text: string): string[] {
  const [local = ''] = text.split('@')
  return [text, local, ...text.split(/[^\p{L}\p{N}]+/u)]
    .map(lettersOf)
    .filter((part) => part.length >= SHORTEST_KNOWN)
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}]/gu, '')
}

/** A short piece over and over: aaaaaaaa, abcabcabc. */
function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+.?$/su.test(text)
}

/** A way along the keyboard, the alphabet or the digits, forwards or backwards. */
function isRun(text: string): boolean {
  const backwards = [...text].reverse().join('')
  return text.length >= SHORTEST_KNOWN && RUNS.some((run) => run.includes(text) || run.includes(backwards))
}
