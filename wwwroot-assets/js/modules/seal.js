// Seals a lead to the event's public key and signs it: whoever takes the tablet away reads nothing. Opened by Booth/SealedLead.cs.
const purpose = new TextEncoder().encode("LeadCapture sealed lead 1");
const curve = { name: "ECDH", namedCurve: "P-256" };

export const toText = (bytes) =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

export const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

// Neither can be taken out of the browser again.
export async function keysOf({ sign, seal, sealId }) {
  return {
    sign: await crypto.subtle.importKey("raw", toBytes(sign), { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]),
    seal: await crypto.subtle.importKey("raw", toBytes(seal), curve, true, []),
    sealId,
  };
}

export async function sealed(text, { device, id, number, at }, keys) {
  const bound = `${device}.${number}.${id}.${at}`;
  const pair = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: keys.seal }, pair.privateKey, 256);
  const secret = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: point, info: purpose },
    secret,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = new TextEncoder();
  const cipher = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: data.encode(bound) }, key, data.encode(text));
  const letters = toText(new Uint8Array([...point, ...iv, ...new Uint8Array(cipher)]));
  const mac = await crypto.subtle.sign("HMAC", keys.sign, data.encode(`${bound}.${letters}`));
  return { device, id, number, at, key: keys.sealId, sealed: letters, mac: toText(mac) };
}

// Says who we are where the browser has lost its cookie.
export const proofOf = async (text, keys) => toText(await crypto.subtle.sign("HMAC", keys.sign, new TextEncoder().encode(text)));

// Tells whether somebody was here before, and does not say who.
export async function marked(email, keys) {
  const address = email.trim().toLowerCase();
  return address && toText(await crypto.subtle.sign("HMAC", keys.sign, new TextEncoder().encode(`person ${address}`)));
}

// Whether our server has said it, in answer to this very question.
export async function isSigned(body, nonce, signature, keys) {
  if (!signature) return false;
  try {
    return await crypto.subtle.verify("HMAC", keys.sign, toBytes(signature), new TextEncoder().encode(`${nonce}.${body}`));
  } catch {
    return false;
  }
}
