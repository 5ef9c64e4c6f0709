// The token of a lead and the short form of it that people read to each other: as Leads/Receipt.cs makes them.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const receiptOf = (random) => Array.from(random, (byte) => letters[byte & 31]).join("");

export const timeOf = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

export const referenceOf = (receipt) => `${receipt.slice(0, 4)}-${receipt.slice(4, 8)}`;
