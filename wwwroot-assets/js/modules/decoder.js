// Reads the code in a picture where the platform does not: ZXing as WebAssembly.
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const OPTIONS = { formats: ["QRCode", "Aztec", "DataMatrix", "PDF417"], maxNumberOfSymbols: 1 };

// The overrides say where the program is: its makers would fetch it from a site of their own.
export async function decoder(overrides) {
  try {
    await prepareZXingModule({ overrides, fireImmediately: true });
  } catch (error) {
    throw Object.assign(new Error("The reader of codes could not be loaded.", { cause: error }), { name: "DecoderError" });
  }
  return async (picture) => (await readBarcodes(picture, OPTIONS))[0]?.text;
}
