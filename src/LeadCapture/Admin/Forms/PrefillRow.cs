using LeadCapture.Forms.Fields;

namespace LeadCapture.Admin.Forms;

/// Where the answer to one field comes from before anybody types.
public sealed class PrefillRow
{
    private const string Custom = "custom:";

    /// Of the field, in the form's own order or in none.
    public string Id { get; init; } = "";

    public string Source { get; init; } = "";
    public string Parameter { get; init; } = "";

    /// What a fixed field says.
    public string Default { get; init; } = "";

    public bool Locked { get; init; }

    public static string IdOf(Field field) => field.Property ?? Custom + field.Key;

    public static PrefillRow Of(Field field) => new()
    {
        Id = IdOf(field),
        Source = (field.Source ?? AnswerSource.Link).ToString(),
        Parameter = field.Parameter ?? field.Id,
        Default = field.Source == AnswerSource.Fixed ? field.Default : "",
        Locked = field.Locked,
    };

    public Field Change(Field field)
    {
        var source = Enum.TryParse<AnswerSource>(Source, out var chosen) && Enum.IsDefined(chosen) ? chosen : AnswerSource.Link;
        return field with
        {
            Source = source == AnswerSource.Link && field.Source is null ? null : source,
            Parameter = Parameter == "" || field.Parameter is null && Parameter == field.Id ? null : Parameter,
            Default = source == AnswerSource.Fixed ? Default : field.Source == AnswerSource.Fixed ? "" : field.Default,
            Locked = Locked,
        };
    }
}
