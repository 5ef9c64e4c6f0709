using System.Text;
using System.Text.RegularExpressions;
using LeadCapture.ReplyIo;

namespace LeadCapture.Forms;

/// What people type, as it is kept: without what is not seen, in the composed form, and known values by their one name.
public static partial class Spelling
{
    /// Any text: its lines end in one way, its letters are composed, and what no text has is not in it.
    public static string Clean(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        var text = Unseen.WithoutMeaningless(typed);
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            text = NormalForm.Compose(Controls().Replace(text.Replace('\v', '\n').ReplaceLineEndings("\n"), ""));
        return Unseen.Trimmed(text);
    }

    /// An answer as text: a field of one line has no other, and an address nothing that is not seen. A visitor cannot mend
    /// what is not seen.
    public static string Typed(FieldKind? kind, string value) => kind switch
    {
        null or FieldKind.LongText => value,
        FieldKind.Email or FieldKind.Phone or FieldKind.Url => Unseen.Without(Line(value)),
        _ => Line(value),
    };

    /// The key of a custom field.
    public static string Key(string? typed) => Unseen.Without(Line(Clean(typed)));

    /// Also what the eye does not see within a text: doubled blanks, and marks that came along with a copy.
    public static string Trimmed(string text) => Clean(Blanks().Replace(Marks().Replace(text, ""), " "));

    public static string Of(Field? field, string value) => Meant(field, Typed(field?.Kind, value));

    private static string Meant(Field? field, string value) => field switch
    {
        { Kind: FieldKind.Email } => EmailSpelling.Of(value),
        { Kind: FieldKind.Phone } => value.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? value[4..] : value,
        { Kind: FieldKind.Url } => WebAddress.Of(field, value),
        { Kind: FieldKind.Number } => NumberSpelling.Of(field, value),
        { Kind: FieldKind.YesNo or FieldKind.Consent } => YesOrNo(value),
        { Kind: FieldKind.TimeZone } => TimeZones.Find(value) ?? value,
        { Options.Count: > 0 } => OptionOf(field, value)?.Value ?? value,
        _ => value,
    };

    /// What stands in the input: the option that was meant, and anything else as it was typed.
    public static string Choice(Field field, string value)
    {
        var isChosen = field.Kind is FieldKind.YesNo or FieldKind.Consent || field.Options.Count > 0;
        return isChosen ? Of(field, value) : Typed(field.Kind, value);
    }

    /// By its value, or by the words that people see.
    public static Option? OptionOf(Field field, string value) =>
        field.Options.FirstOrDefault(option => option.Value.Equals(value, StringComparison.OrdinalIgnoreCase))
        ?? field.Options.FirstOrDefault(option => Plain(option.Label) == Plain(value))
        ?? (field.Property == "companySize" ? SizeOf(field, value) : null);

    /// Whether the text can be sent at all: no control characters, nothing that was damaged on the way.
    public static bool IsSendable(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsControl(letter) && !(lines && letter is '\n' or '\t') || letter == '\uFFFD')
                return false;
            if (char.IsSurrogate(letter)
                && !(Rune.TryGetRuneAt(text, i, out var rune) && rune.Utf16SequenceLength == 2 && i++ >= 0))
                return false;
        }
        return true;
    }

    private static Option? SizeOf(Field field, string value) =>
        (CompanySizes.Find(value) ?? NoLetters().Replace(value, "")) is { Length: > 0 } size
            ? field.Options.FirstOrDefault(option => option.Value.Equals(size, StringComparison.OrdinalIgnoreCase))
            : null;

    private static string Line(string text) => text.AsSpan().ContainsAny('\t', '\n')
        ? string.Join(' ', text.Split(['\t', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        : text;

    /// Browsers send "on" for a checkbox without a value; programs say true.
    private static string YesOrNo(string value) => value.ToUpperInvariant() switch
    {
        "YES" or "TRUE" or "ON" or "1" or "Y" or "CHECKED" => "yes",
        "NO" or "FALSE" or "OFF" or "0" or "N" or "UNCHECKED" => "no",
        _ => value,
    };

    [GeneratedRegex(@"[\p{Cc}-[\n\t]]")]
    private static partial Regex Controls();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Blanks();

    /// But for those that join letters and pictures.
    [GeneratedRegex(@"[\p{Cf}-[\u200C\u200D]]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[^A-Za-z]")]
    private static partial Regex NoLetters();

    private static string Plain(string label) =>
        label.Replace('–', '-').Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .ToUpperInvariant();
}
