using System.Globalization;
using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Forms.FormsText;

namespace LeadCapture.Admin.Forms.Editing;

/// The settings of the selected part of a form, as they are typed. What a page does not ask for is null, and stays as it is.
public sealed class ElementForm
{
    public string? Title { get; init; }
    public string? Intro { get; init; }
    public string? SubmitLabel { get; init; }
    public string? Heading { get; init; }
    public bool? Collapsed { get; init; }
    public string? Kind { get; init; }
    public string? Key { get; init; }
    public string? Label { get; init; }
    public string? Hint { get; init; }
    public string? Placeholder { get; init; }
    public string? Default { get; init; }
    public bool? Required { get; init; }
    public string? RequiredMessage { get; init; }
    public bool? KeptHere { get; init; }
    public bool? SharesRow { get; init; }
    public string? Options { get; init; }
    public bool? SendsEach { get; init; }
    public string? MinLength { get; init; }
    public string? MaxLength { get; init; }
    public string? Min { get; init; }
    public string? Max { get; init; }
    public string? Pattern { get; init; }
    public string? PatternMessage { get; init; }
    public ConditionForm? When { get; init; }

    /// The element with these settings. What cannot be read is noted by the name of its input, and changes nothing.
    public object Apply(object element, Action<string, string> wrong) => element switch
    {
        FormDefinition form => form with
        {
            Title = Title ?? form.Title,
            Intro = Lines(Intro) ?? form.Intro,
            SubmitLabel = SubmitLabel ?? form.SubmitLabel,
        },
        FormStep step => step with { Title = Title ?? step.Title, ShowWhen = When is null ? step.ShowWhen : When.Read() },
        FormSection section => section with
        {
            Heading = Heading ?? section.Heading,
            Collapsed = Collapsed ?? section.Collapsed,
            ShowWhen = When is null ? section.ShowWhen : When.Read(),
        },
        Field field => Apply(field, wrong),
        _ => element,
    };

    private Field Apply(Field field, Action<string, string> wrong) => field with
    {
        Kind = FieldKinds.Find(Kind ?? "") ?? field.Kind,
        Key = field.Property is null ? Key ?? field.Key : null,
        Label = Label ?? field.Label,
        Hint = Hint ?? field.Hint,
        Placeholder = Placeholder ?? field.Placeholder,
        Default = Default ?? field.Default,
        Required = Required ?? field.Required,
        RequiredMessage = RequiredMessage ?? field.RequiredMessage,
        KeptHere = KeptHere ?? field.KeptHere,
        SharesRow = SharesRow ?? field.SharesRow,
        Options = Options is null ? field.Options : OptionLines.Parse(Options),
        SendsEach = SendsEach ?? field.SendsEach,
        MinLength = Number("minLength", MinLength, field.MinLength, wrong),
        MaxLength = Number("maxLength", MaxLength, field.MaxLength, wrong),
        Min = Min is null ? field.Min : NullIfEmpty(Min),
        Max = Max is null ? field.Max : NullIfEmpty(Max),
        Pattern = Pattern is null ? field.Pattern : NullIfEmpty(Pattern),
        PatternMessage = PatternMessage ?? field.PatternMessage,
        ShowWhen = When is null ? field.ShowWhen : When.Read(),
    };

    private static int? Number(string name, string? typed, int? known, Action<string, string> wrong)
    {
        if (typed is null or "")
            return typed is null ? known : null;
        if (int.TryParse(typed, NumberStyles.None, InvariantCulture, out var number))
            return number;
        wrong(name, T["Enter a whole number, or leave this empty"]);
        return known;
    }

    private static string? NullIfEmpty(string text) => text == "" ? null : text;

    /// As they are kept, whatever browser they come from.
    private static string? Lines(string? text) => text?.ReplaceLineEndings("\n");
}
