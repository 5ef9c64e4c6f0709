// Makes a picture small enough to travel within a lead: first of less quality, then of fewer pixels.
const sides = [1280, 960, 640];
const qualities = [0.7, 0.55, 0.4, 0.25];
const most = 150_000;

// No larger than the side, and never larger than it is.
export function fitted({ width, height }, side) {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

// draw(size) gives an encoder: of a quality the JPEG, in base64. The last try is taken whatever it weighs.
export function smallPhoto(size, draw) {
  let photo;
  for (const side of sides) {
    const encode = draw(fitted(size, side));
    for (const quality of qualities) {
      photo = encode(quality);
      if (bytesIn(photo) <= most) return photo;
    }
  }
  return photo;
}

export const bytesIn = (base64) => (base64.length * 3) / 4 - base64.match(/=*$/)[0].length;
