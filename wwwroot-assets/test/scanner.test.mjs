import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, writeBarcode } from "zxing-wasm/writer";
import { troubleOf } from "../js/modules/camera-trouble.js";
import { decoder } from "../js/modules/decoder.js";
import { sightings } from "../js/modules/sightings.js";

const binaryOf = (name) => readFileSync(fileURLToPath(import.meta.resolve(`zxing-wasm/${name}/zxing_${name}.wasm`)));
prepareZXingModule({ overrides: { wasmBinary: binaryOf("writer") } });
const decode = await decoder({ wasmBinary: binaryOf("reader") });

const card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller;Jörg\r\nORG:例え株式会社 😀\r\nEMAIL:joerg@example.com\r\nEND:VCARD";

for (const format of ["QRCode", "Aztec", "DataMatrix", "PDF417"])
  test(`a card is read from ${format}`, async () => assert.equal(await decode(await pictureOf(card, { format })), card));

test("a code is read upside down, on its side, and light on dark", async () => {
  const picture = await pictureOf(card, {});

  for (const turned of [turn(picture), turn(turn(picture)), invert(picture)]) assert.equal(await decode(turned), card);
});

test("a picture without a code says nothing", async () => {
  const data = new Uint8ClampedArray(320 * 240 * 4).map((_, place) => (place * 2654435761) >>> 24);

  assert.equal(await decode({ data, width: 320, height: 240 }), undefined);
});

test("a text is news once, until it has been out of sight for three seconds", () => {
  let time = 0;
  const isNews = sightings({ now: () => time });
  const at = (moment, text) => {
    time = moment;
    return isNews(text);
  };

  assert.equal(at(0, "ann"), true);
  assert.equal(at(100, "ann"), false);
  assert.equal(at(200, "bob"), true);
  assert.equal(at(2_999, "ann"), false);
  assert.equal(at(5_900, "ann"), false);
  assert.equal(at(5_900, "bob"), true);
  assert.equal(at(8_900, "ann"), true);
});

test("each trouble has its word", () => {
  const words = (...names) => names.map((name) => troubleOf({ name }, {}));

  assert.deepEqual(words("NotAllowedError", "NotFoundError", "NotReadableError"), ["denied", "no-camera", "in-use"]);
  assert.deepEqual(words("TypeError", undefined), ["failed", "failed"]);
  assert.equal(troubleOf(new TypeError(), undefined), "insecure");
});

test("a program that is none is a trouble of its own", async () => {
  const isTold = (error) => troubleOf(error, {}) === "decoder";

  await assert.rejects(decoder({ wasmBinary: new Uint8Array(8) }), isTold);
});

// As a camera would show it: three dots to each of the code, with white around it.
async function pictureOf(text, options) {
  const { symbol } = await writeBarcode(text, { format: "QRCode", ...options });
  const [scale, edge] = [3, 12];
  const [width, height] = [symbol.width * scale + 2 * edge, symbol.height * scale + 2 * edge];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < symbol.height * scale; y++)
    for (let x = 0; x < symbol.width * scale; x++)
      data.fill(
        symbol.data[Math.floor(y / scale) * symbol.width + Math.floor(x / scale)],
        ((y + edge) * width + x + edge) * 4,
        ((y + edge) * width + x + edge) * 4 + 3,
      );
  return { data, width, height };
}

function turn({ data, width, height }) {
  const turned = new Uint8ClampedArray(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      turned.set(data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4), (x * height + height - 1 - y) * 4);
  return { data: turned, width: height, height: width };
}

const invert = ({ data, ...size }) => ({ data: data.map((value, place) => (place % 4 === 3 ? value : 255 - value)), ...size });
