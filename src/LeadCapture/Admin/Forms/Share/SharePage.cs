namespace LeadCapture.Admin.Forms.Share;

/// The ways to use one form.
public sealed record SharePage(FormHead Head, Snippets Ways, IReadOnlyList<LinkField> Fields, IReadOnlyList<string> Sites)
{
    public EmbedChoices Embed { get; init; } = new();

    /// With what was typed for its fields; null before anything was.
    public Snippet? Prefilled { get; init; }
}

/// The form as others see it: on a sheet of paper, and in a page of another site.
public sealed record SharedForm(FormHead Head, string Address)
{
    public EmbedChoices Embed { get; init; } = new();
}
