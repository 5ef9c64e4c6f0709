// Where the visitor is: on the form's own page, or on the one around the frame, which says so in the frame's address.
export function pageAddress({ framed, href, referrer }) {
  if (!framed) return href.split("#")[0];
  return new URL(href).searchParams.get("page") ?? referrer;
}
