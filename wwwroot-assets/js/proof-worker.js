// Looks for the proof of work beside the page, so that typing stays smooth.
import { solve } from "./modules/proof.js";

self.onmessage = ({ data: { stamp, bits } }) => self.postMessage(solve(stamp, bits));
