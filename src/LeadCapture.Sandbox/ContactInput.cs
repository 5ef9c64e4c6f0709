namespace LeadCapture.Sandbox;

/// <summary>What a create or a change gave, and what is wrong with it. A null empties the value.</summary>
internal sealed class ContactInput
{
    public Dictionary<string, string?> Texts { get; } = [];

    public bool HasAccountId { get; set; }

    public int? AccountId { get; set; }

    public List<KeyValuePair<string, string?>> CustomFields { get; } = [];

    public List<FieldError> Errors { get; } = [];

    public string? this[string name] => Texts.GetValueOrDefault(name);
}

internal sealed record FieldError(string Pointer, string Detail);
