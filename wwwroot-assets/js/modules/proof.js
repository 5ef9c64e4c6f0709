// The number that makes the SHA-256 of "stamp:number" begin with so many zero bits. Written out here, because the browser's own digest
// has to be waited for at each hash, and is missing where a page comes without https.
const [initial, constants] = roots();
const words = new Int32Array(256);
const schedule = new Int32Array(64);

export function solve(stamp, bits) {
  let number = 0;
  while (Math.clz32(firstWord(`${stamp}:${number}`)) < bits) number++;
  return String(number);
}

// The first 32 bits of the SHA-256 of a short text in ASCII.
export function firstWord(text) {
  const { length } = text;
  const end = (((length + 8) >> 6) + 1) * 16;
  words.fill(0, 0, end);
  for (let at = 0; at < length; at++) words[at >> 2] |= text.charCodeAt(at) << (24 - (at & 3) * 8);
  words[length >> 2] |= 0x80 << (24 - (length & 3) * 8);
  words[end - 1] = length * 8;
  let state = initial;
  for (let block = 0; block < end; block += 16) state = compress(state, block);
  return state[0];
}

function compress(state, block) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let round = 0; round < 64; round++) {
    schedule[round] = round < 16 ? words[block + round] : next(round);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + constants[round] + schedule[round]) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, place) => (word + state[place]) | 0);
}

function next(round) {
  const [early, late] = [schedule[round - 15], schedule[round - 2]];
  const mixed = (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
  return (schedule[round - 16] + schedule[round - 7] + mixed) | 0;
}

function turn(word, by) {
  return (word >>> by) | (word << (32 - by));
}

// The fractions of the square and cube roots of the first primes.
function roots() {
  const primes = [];
  for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime)) primes.push(number);
  const fraction = (root) => ((root % 1) * 2 ** 32) | 0;
  return [primes.slice(0, 8).map((prime) => fraction(prime ** (1 / 2))), primes.map((prime) => fraction(prime ** (1 / 3)))];
}
