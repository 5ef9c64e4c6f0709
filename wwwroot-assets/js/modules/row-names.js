const named = new Set(["id", "for", "name", "aria-describedby"]);

// The rows of custom fields carry their place in what names them: customFields[2].key, custom-2-key.
export const namesRow = (attribute) => named.has(attribute);

export const atPlace = (value, place) => value.replace(/^(customFields\[|custom-)\d+/, `$1${place}`);
