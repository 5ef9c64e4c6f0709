using Microsoft.Playwright;

namespace LeadCapture.BrowserTests.Support;

/// A short video in WebM, as a browser records it: stripes of light and dark that walk across the screen.
internal static class Recording
{
    public static async Task<byte[]> Of(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>(
        """
        async () => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
          document.body.append(canvas);
          const pen = canvas.getContext("2d");
          const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: "video/webm" });
          const parts = [];
          recorder.ondataavailable = ({ data }) => parts.push(data);
          // It starts with the first picture that it sees.
          let until = Infinity;
          recorder.onstart = () => (until = performance.now() + 1000);
          recorder.start();
          for (let frame = 0; performance.now() < until; frame++) {
            for (let stripe = 0; stripe < 9; stripe++) {
              pen.fillStyle = stripe % 3 ? (stripe % 2 ? "#f7c948" : "#ffffff") : "#1f5eff";
              pen.fillRect(((stripe * 80 + frame * 4) % 720) - 80, 0, 80, 480);
            }
            await new Promise(requestAnimationFrame);
          }
          await new Promise((resolve) => { recorder.onstop = resolve; recorder.stop(); });
          canvas.remove();
          const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
          return btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));
        }
        """));
}
