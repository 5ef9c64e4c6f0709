// The seconds that are left to a visitor who has gone quiet: what the screen shows and says, until it starts over.
export function countdown(seconds) {
  let left = seconds;

  return function tick() {
    const now = left--;
    return { left: now, said: now === 10, over: now === 0 };
  };
}

// The booth's empty form, from whatever page of the booth is shown.
export const emptyBooth = (path) => path.replace(/\/booth(\/confirmation\/[^/]*|\/)?$/, "/booth");
