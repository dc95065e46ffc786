/** What nobody means as a question, and what somebody types to see whether it breaks: each with its kind. */
export const hostileTexts: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['spaces', ' \n\t\u00a0 '],
  ['emoji', '🙂👩‍👩‍👧🇺🇦❤️'],
  ['signs', '?!…—„“%&/()=[]{}|~^°§$€@#*+<>,;.:_-'],
  ['HTML', '<img src=x onerror="alert(1)"><script>alert(document.cookie)</script>'],
  ['SQL', `'; DROP TABLE xoffers; --`],
  ['a pattern', '(((((a+)+)+)+)+)$[^'],
  ['a path', '../../../etc/passwd\u0000'],
  ['names of what objects have', '__proto__ hasOwnProperty'],
  ['half a character', '\ud83d\udc69\ud83d'],
  ['marks without a letter', '\u0301\u0308\u064b\u0650'],
  ['letters from right to left', '\u202egnutareb\u202c'],
]

/** Texts of ten thousand letters: one word, many words, marks alone, and one letter with many marks. */
export const longTexts: readonly (readonly [string, string])[] = [
  ['one word', 'x'.repeat(10_000)],
  [
    'words that nobody knows',
    Array.from({ length: 1250 }, (_, index) => `xqz${String(index).padStart(4, 'j')}`).join(' '),
  ],
  ['spaces', ' '.repeat(10_000)],
  ['signs', '<(['.repeat(3400)],
  ['a letter with marks', `x${'\u0301'.repeat(10_000)}`],
]
