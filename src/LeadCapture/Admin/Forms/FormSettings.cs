using System.Globalization;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms;

/// What is typed on the page that says what happens with a form.
public sealed class FormSettings
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm";
    private static readonly string[] TimeFormats = [TimeFormat, TimeFormat + "':'ss"];

    public string Confirmation { get; init; } = "";
    public string ThanksTitle { get; init; } = "";
    public string ThanksText { get; init; } = "";
    public string Redirect { get; init; } = "";
    public string TimeZone { get; init; } = "";
    public string OpensAt { get; init; } = "";
    public string ClosesAt { get; init; } = "";
    public string MaxLeads { get; init; } = "";
    public string ClosedText { get; init; } = "";
    public string Sites { get; init; } = "";
    public string Language { get; init; } = "";
    public string PrivacyNotice { get; init; } = "";
    public string Imprint { get; init; } = "";
    public string ProofOfWork { get; init; } = "";
    public bool FreeCustomFields { get; init; }
    public bool SendUnasked { get; init; }
    public List<PrefillRow> Fields { get; init; } = [];

    public static FormSettings Of(FormDefinition form) => new()
    {
        Confirmation = form.Confirmation.ToString(),
        ThanksTitle = form.ThanksTitle,
        ThanksText = form.ThanksText,
        Redirect = form.Redirect ?? "",
        TimeZone = form.TimeZone ?? TimeZoneInfo.Utc.Id,
        OpensAt = Shown(form.OpensAt, form),
        ClosesAt = Shown(form.ClosesAt, form),
        MaxLeads = form.MaxLeads?.ToString(InvariantCulture) ?? "",
        ClosedText = form.ClosedText ?? "",
        Sites = string.Join('\n', form.Sites),
        Language = form.LanguageTag,
        PrivacyNotice = form.PrivacyNotice ?? "",
        Imprint = form.Imprint ?? "",
        ProofOfWork = (form.Spam?.ProofOfWork ?? ProofMode.Off).ToString(),
        FreeCustomFields = form.FreeCustomFields,
        SendUnasked = form.SendUnasked,
        Fields = [.. form.Fields.Select(PrefillRow.Of)],
    };

    /// The form with what was typed. What cannot be read is told by the name of its input, and stays as it is.
    public FormDefinition Change(FormDefinition form, Action<string, string> wrong)
    {
        if (ThanksTitle == "")
            wrong("thanksTitle", T["Enter a title"]);
        var zone = TimeZone == (form.TimeZone ?? TimeZoneInfo.Utc.Id) ? form.TimeZone : TimeZone == TimeZoneInfo.Utc.Id ? null : OrNull(TimeZone);
        return form.Map(field => Fields.Find(row => row.Id == PrefillRow.IdOf(field)) is { } row ? row.Change(field) : field) with
        {
            Confirmation = Enum.TryParse<ConfirmationMode>(Confirmation, out var mode) && Enum.IsDefined(mode) ? mode : form.Confirmation,
            ThanksTitle = ThanksTitle,
            ThanksText = Lines(ThanksText),
            Redirect = OrNull(Redirect),
            TimeZone = zone,
            OpensAt = Time(OpensAt, zone, form, form.OpensAt, problem => wrong("opensAt", problem)),
            ClosesAt = Time(ClosesAt, zone, form, form.ClosesAt, problem => wrong("closesAt", problem)),
            MaxLeads = Most(form, wrong),
            ClosedText = OrNull(Lines(ClosedText)),
            Sites = [.. Sites.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()],
            Language = Language == form.LanguageTag ? form.Language : OrNull(Language),
            PrivacyNotice = OrNull(PrivacyNotice),
            Imprint = OrNull(Imprint),
            Spam = Enum.TryParse<ProofMode>(ProofOfWork, out var proof) && Enum.IsDefined(proof)
                ? proof == ProofMode.Off ? null : new() { ProofOfWork = proof }
                : form.Spam,
            FreeCustomFields = FreeCustomFields,
            SendUnasked = SendUnasked,
        };
    }

    /// The input that shows what stands at this place of a definition; null where none does.
    public string? InputOf(string place, FormDefinition form)
    {
        var name = place.Split('[', '.')[0];
        if (name != "steps")
            return typeof(FormSettings).GetProperties().Any(own => own.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ? name : null;
        foreach (var (at, field) in Places(form))
            if (place.StartsWith(at + ".", StringComparison.Ordinal) && place[(at.Length + 1)..] is "parameter" or "source" or "default"
                && Fields.FindIndex(row => row.Id == PrefillRow.IdOf(field)) is var index and >= 0)
                return $"fields[{index}].{place[(at.Length + 1)..]}";
        return null;
    }

    private static IEnumerable<(string Place, Field Field)> Places(FormDefinition form) =>
        from step in form.Steps.Index()
        from section in step.Item.Sections.Index()
        from field in section.Item.Fields.Index()
        select ($"steps[{step.Index}].sections[{section.Index}].fields[{field.Index}]", field.Item);

    private int? Most(FormDefinition form, Action<string, string> wrong)
    {
        if (MaxLeads == "")
            return null;
        if (int.TryParse(MaxLeads, NumberStyles.None, InvariantCulture, out var most))
            return most;
        wrong("maxLeads", T["Enter a whole number, or leave this empty"]);
        return form.MaxLeads;
    }

    /// A time that nobody touched stays to the second.
    private static DateTimeOffset? Time(string typed, string? zone, FormDefinition form, DateTimeOffset? before, Action<string> wrong)
    {
        if (typed == "")
            return null;
        if (zone == form.TimeZone && typed == Shown(before, form))
            return before;
        if (!DateTime.TryParseExact(typed, TimeFormats, InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 2000 or > 2999)
            wrong(T["Enter a date and a time, like 2027-03-12T09:00"]);
        else if (FormTimes.Zone(zone) is { } known && known.IsInvalidTime(local))
            wrong(T["This time doesn’t exist, because the clocks change. Choose another one"]);
        else
            return new(local, FormTimes.Zone(zone)?.GetUtcOffset(local) ?? TimeSpan.Zero);
        return before;
    }

    private static string Shown(DateTimeOffset? moment, FormDefinition form) =>
        moment is { } known ? FormTimes.Local(known, form.TimeZone).ToString(TimeFormat, InvariantCulture) : "";

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static string? OrNull(string text) => text == "" ? null : text;
}
