// Why nothing is scanned, in a word for which a page has its own sentence: denied; no-camera; in-use, by another program; insecure, where
// browsers have no cameras at all; decoder, which could not be loaded; lost, in the midst of it; failed, for whatever else.
const TROUBLES = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "no-camera",
  OverconstrainedError: "no-camera",
  NotReadableError: "in-use",
  AbortError: "in-use",
  DecoderError: "decoder",
};

export const troubleOf = (error, cameras) => (cameras ? (TROUBLES[error?.name] ?? "failed") : "insecure");
