// Photographs business cards: by the camera that is running, or else by the tablet's own. A photo is nowhere but in its form, and goes with it.
import { smallPhoto } from "../modules/small-photo.js";

const jpeg = "data:image/jpeg;base64,";
const byId = (id) => document.getElementById(id);

export function takesPhotos(onPhoto) {
  const [dialog, video, button, file, news] = ["scan", "scan-video", "photo-button", "photo-file", "scan-news"].map(byId);

  button.addEventListener("click", () => {
    if (video.srcObject && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA)
      return take(video, { width: video.videoWidth, height: video.videoHeight });
    file.click();
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    file.value = "";
    const picture = chosen && (await createImageBitmap(chosen).catch(() => null));
    if (picture) return take(picture, picture);
    if (chosen) news.textContent = dialog.dataset.noPicture;
  });

  const take = (picture, size) => onPhoto(smallPhoto(size, (fitting) => drawn(picture, fitting)));
}

// Undefined where there is none.
export const photoOf = (form) => form.querySelector("[data-card-photo] img")?.src.slice(jpeg.length);

function drawn(picture, size) {
  const canvas = Object.assign(document.createElement("canvas"), size);
  canvas.getContext("2d").drawImage(picture, 0, 0, size.width, size.height);
  return (quality) => canvas.toDataURL("image/jpeg", quality).slice(jpeg.length);
}

export function putPhoto(photo, form) {
  form.querySelector("[data-card-photo]")?.remove();
  const box = byId("photo-template").content.firstElementChild.cloneNode(true);
  box.querySelector("img").src = jpeg + photo;
  box.querySelector("button").addEventListener("click", () => {
    box.remove();
    document.querySelector("#screen h1")?.focus();
  });
  form.prepend(box);
  // Somebody is at work here.
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}
