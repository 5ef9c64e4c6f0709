namespace LeadCapture.Admin.CommandPalette;

/// Places of one kind, as the page shows them.
public sealed record PaletteGroup(string Title, IReadOnlyList<PaletteItem> Items);

/// A place to go to. Detail: what tells it from others of the same name; "" where nothing must.
public sealed record PaletteItem(string Label, string Detail, string Url);
