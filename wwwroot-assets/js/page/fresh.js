// A part of a page as the server has it now; null where it could not be reached, or has no such part.
export async function fresh(address, id) {
  try {
    const response = await fetch(address, { headers: { accept: "text/html" }, cache: "no-store" });
    if (!response.ok) return null;
    return new DOMParser().parseFromString(await response.text(), "text/html").getElementById(id);
  } catch {
    return null;
  }
}
