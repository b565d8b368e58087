export const strengths = ["weak", "fair", "good", "strong"] as const;
export type Strength = (typeof strengths)[number];

/** What makes a long enough password one of the first to be tried, in a sentence; undefined when nothing does. */
export function passwordFault(password: string): string | undefined {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 4) return "Use more different characters.";
  if (isRun(plain)) return "Avoid runs such as 1234567890 or qwertyuiop.";
  if (favourites.some((favourite) => plain.replace(/[^a-z]/g, "") === favourite))
    return "This is one of the first passwords anybody would try.";
  return undefined;
}

/** How long a password would hold against guessing, by its length and the variety of its characters. */
export function passwordStrength(password: string): Strength {
  if (password.length < 10 || passwordFault(password)) return "weak";
  const bits = password.length * Math.log2(alphabetOf(password)) * varietyOf(password);
  if (bits < 60) return "fair";
  return bits < 80 ? "good" : "strong";
}

const rows = ["abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
const favourites = [
  "password",
  "passwort",
  "letmein",
  "welcome",
  "iloveyou",
  "posthorn",
  "changeme",
  "admin",
];

/** Whether the whole is one piece of the alphabet, the digits or a keyboard's row, forwards, backwards or repeated. */
function isRun(plain: string): boolean {
  return rows.some((row) =>
    [row, [...row].reverse().join("")].some((line) => line.repeat(3).includes(plain)),
  );
}

function alphabetOf(password: string): number {
  const classes: [RegExp, number][] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[^A-Za-z0-9]/, 33],
  ];
  return classes.reduce((size, [pattern, letters]) => size + (pattern.test(password) ? letters : 0), 0);
}

/** People do not draw letters at random: a repeated one tells less. */
function varietyOf(password: string): number {
  return 0.5 + 0.5 * (new Set(password).size / password.length);
}
