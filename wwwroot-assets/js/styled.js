// Where this stands, the parser waits for the style sheets before it: Chromium lays the page of a frame out without them otherwise, and
// counts what they change as a jump.
performance.mark("styled");
