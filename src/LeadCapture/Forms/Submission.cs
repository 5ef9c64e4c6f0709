using LeadCapture.Forms.Fields;


namespace LeadCapture.Forms;

/// What somebody sent, cleaned but not yet checked. Whatever is wrong with it, nothing of it is lost.
public sealed record Submission
{
    public Dictionary<string, string> Properties { get; init; } = [];
    public List<CustomRow> CustomFields { get; init; } = [];

    /// Empty where the sender named none.
    public string Id { get; init; } = "";

    /// The id is the key of one call: with other answers it is refused.
    public bool IsKeyed { get; init; }

    public string Page { get; init; } = "";

    /// Null where nothing is known of how the visitor came.
    public Attribution? Attribution { get; init; }

    /// The version that the page showed; null where the sender names none.
    public int? Version { get; init; }

    /// Seconds from the first input to the press of the button, as a script of the page counted them.
    public int? Elapsed { get; init; }

    /// What the page's own unseen inputs say of how it was filled in.
    public Traces Traces { get; init; } = Traces.None;

    /// Members of a JSON body that are no part of a contact.
    public List<string> Ignored { get; init; } = [];

    /// Values that are not of the kind that the contract takes, by name.
    public List<(string Name, string Message)> Misshapen { get; init; } = [];

    /// What was done to answers that the visitor does not see.
    public List<Remark> Remarks { get; init; } = [];

    /// Nothing typed yet: defaults may stand in the inputs.
    public bool IsBlank { get; init; }

    public string ValueOf(Field field) => field.Property is { } property
        ? Properties.GetValueOrDefault(property, "")
        : RowOf(field)?.Value ?? "";

    public CustomRow? RowOf(Field field) =>
        CustomFields.Find(row => row.Key.Equals(field.Key, StringComparison.OrdinalIgnoreCase));

    /// Only what has a value, in an order that does not depend on the sender's.
    public SubmittedAnswers ToAnswers(FormDefinition form) => new()
    {
        Properties = ContactFields.All
            .Where(field => Properties.GetValueOrDefault(field.Property!, "") != "")
            .ToDictionary(field => field.Property!, field => form.Normalize(field.Property!, Properties[field.Property!])),
        CustomFields = [.. CustomFields
            .Where(row => row.Key != "" && row.Value != "")
            .Select(row => form.Normalize(new CustomAnswer(row.Key, row.Value)))],
        Remarks = Remarks.Count > 0 ? Remarks : null,
    };
}

/// Index is the number in the posted name, customFields[Index].
public sealed record CustomRow(int Index, string Key, string Value);
