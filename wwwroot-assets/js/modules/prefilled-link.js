// A link that fills in a form. The name of a value that a mail tool fills in stays as the tool looks for it.
const tag = /^(\{\{[^{}]*\}\}|\$?\{[^{}]*\}|%%[^%]+%%|\*\|[^|]*\|\*|\[[^[\]]*\])$/;

export function prefilledLink(address, values) {
  const query = values
    .map(([name, value]) => [name, value.trim()])
    .filter(([, value]) => value)
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${tag.test(value) ? value.replaceAll(" ", "%20") : encodeURIComponent(value)}`,
    )
    .join("&");
  return query ? `${address}?${query}` : address;
}
