// A code stays before the camera for a while: its text is news once, and again when it has been out of sight for as long as rest.
export function sightings({ rest = 3000, now = () => performance.now() } = {}) {
  const seen = new Map();

  return function isNews(text) {
    const time = now();
    for (const [other, last] of seen) if (time - last >= rest) seen.delete(other);
    const isKnown = seen.has(text);
    seen.set(text, time);
    return !isKnown;
  };
}
