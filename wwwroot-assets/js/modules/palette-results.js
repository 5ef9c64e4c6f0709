// What the command palette makes of its answers, keys, and counts.

// Where an arrow key leads: around the ends, from nowhere to the first or last.
export function moved(at, key, count) {
  if (count === 0) return -1;
  if (key === "ArrowDown") return (at + 1) % count;
  return at <= 0 ? count - 1 : at - 1;
}

// What is said aloud, by the words of the page.
export function counted(count, { none, one, many }) {
  if (count === 0) return none;
  return count === 1 ? one : many.replace("{0}", count);
}

// Answers to what is typed. What was asked for earlier is given up, and an answer that comes late all the same counts for nothing.
export function latest(ask) {
  let running;
  return async (text) => {
    running?.abort();
    const mine = (running = new AbortController());
    try {
      const answer = await ask(text, mine.signal);
      return mine === running ? { answer } : undefined;
    } catch (fault) {
      return mine === running ? { fault } : undefined;
    }
  };
}
