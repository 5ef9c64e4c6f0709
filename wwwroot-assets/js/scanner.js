// Reads codes with the camera of a tablet. A page loads it when somebody begins to scan:
//   const { scan } = await import(address);
//   const scanning = scan({ video, onText, onError });
//   scanning.stop();
/*! zxing-wasm, MIT License, (c) Ze-Zheng Wu. ZXing-C++, Apache License 2.0, https://github.com/zxing-cpp/zxing-cpp */
import ownAddress from "zxing-wasm/reader/zxing_reader.wasm";
import { troubleOf } from "./modules/camera-trouble.js";
import { decoder } from "./modules/decoder.js";
import { sightings } from "./modules/sightings.js";

const PAUSE = 100;
// Larger pictures take longer, and a badge is held near.
const WIDEST = 960;
const CAMERA = { audio: false, video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } } };

// onError gets the word of a trouble (camera-trouble.js), and nothing is scanned from then on.
export function scan({ video, onText, onError, wasm = new URL(ownAddress, import.meta.url).href }) {
  let stream;
  let isOver = false;
  begin().catch((error) => fail(troubleOf(error, navigator.mediaDevices)));
  return { stop };

  async function begin() {
    stream = await navigator.mediaDevices.getUserMedia(CAMERA);
    if (isOver) return stop();
    for (const track of stream.getTracks()) track.addEventListener("ended", () => fail("lost"));
    Object.assign(video, { srcObject: stream, muted: true, playsInline: true });
    const [read] = await Promise.all([platformReader().then((read) => read ?? ownReader(wasm)), video.play()]);
    await look(read);
  }

  async function look(read) {
    const isNews = sightings();
    while (!isOver) {
      const text = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !document.hidden ? await read(video) : undefined;
      if (!isOver && text && isNews(text)) onText(text);
      await new Promise((resume) => setTimeout(resume, PAUSE));
    }
  }

  function fail(trouble) {
    if (isOver) return;
    stop();
    onError(trouble);
  }

  function stop() {
    isOver = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
    if (stream && video.srcObject === stream) video.srcObject = null;
  }
}

// Undefined where the platform reads no codes.
async function platformReader() {
  const known = await globalThis.BarcodeDetector?.getSupportedFormats().catch(() => []);
  if (!known?.includes("qr_code")) return undefined;
  const formats = ["qr_code", "aztec", "data_matrix", "pdf417"].filter((format) => known.includes(format));
  const detector = new globalThis.BarcodeDetector({ formats });
  return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue;
}

async function ownReader(wasm) {
  const decode = await decoder({ locateFile: () => wasm });
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, WIDEST / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return decode(context.getImageData(0, 0, canvas.width, canvas.height));
  };
}
