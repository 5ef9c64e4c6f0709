using System.Text.RegularExpressions;
using LeadCapture.Forms.Fields;

namespace LeadCapture.Forms;

/// What a page can check of the answer to one field. A sentence that is null is never said.
public sealed partial record PageRule
{
    private const string TypedPlace = "{typed}", SignPlace = "{sign}", PartPlace = "{part}";

    /// No answer of any kind.
    private const string Nonsense = "\u0001";

    /// Of the input.
    public required string Name { get; init; }

    public required string Label { get; init; }
    public required string Kind { get; init; }

    /// All must hold; null: always.
    public IReadOnlyList<Condition>? ShowWhen { get; init; }

    public string? Missing { get; init; }
    public required string Unreadable { get; init; }
    public required int Longest { get; init; }

    /// {typed} stands for the number of characters.
    public required string TooLong { get; init; }

    public int? Shortest { get; init; }
    public string? TooShort { get; init; }
    public string? Pattern { get; init; }
    public string? Misfit { get; init; }

    /// It is not what the kind asks for. {part} stands for the one of several answers.
    public string? Wrong { get; init; }

    /// Of an email address: {sign} stands for what no domain has.
    public string? WrongSign { get; init; }

    public string? WrongHyphen { get; init; }

    /// In the place of a LinkedIn profile.
    public string? IsEmail { get; init; }

    public string? IsElsewhere { get; init; }

    /// Of a number that may be two.
    public string? Ambiguous { get; init; }

    public string? NotWhole { get; init; }
    public string? Min { get; init; }
    public string? BelowMin { get; init; }
    public string? Max { get; init; }
    public string? AboveMax { get; init; }
    public IReadOnlyList<Option>? Choices { get; init; }

    public static PageRule Of(Field field, string name)
    {
        var rule = new PageRule
        {
            Name = name,
            Label = field.ShownLabel,
            Kind = field.Kind is UrlKind && field.Property == WebAddress.LinkedInProperty ? "linkedIn" : field.Kind.Name,
            Missing = FieldRules.ProblemOf(field, ""),
            Unreadable = FieldRules.ProblemOfText(field, "\uFFFD")!,
            Longest = FieldRules.LongestOf(field),
            TooLong = FieldRules.TooLong(field, TypedPlace),
            Shortest = field.MinLength is > 1 ? field.MinLength : null,
            TooShort = field.MinLength is > 1 ? FieldRules.ProblemOf(field, "x") : null,
            Pattern = IsPortable(field.Pattern) ? field.Pattern : null,
            Misfit = IsPortable(field.Pattern) ? SaidOf(field, "x", FieldKinds.Text, "[^x]") : null,
        };
        return OfKind(rule, field);
    }

    /// The kinds say themselves what they say: of answers that they refuse.
    private static PageRule OfKind(PageRule rule, Field field) => field.Kind switch
    {
        EmailKind => rule with
        {
            Wrong = EmailSpelling.ProblemOf(Nonsense),
            WrongSign = EmailSpelling.ProblemOf("a@" + Nonsense)!.Replace(Nonsense, SignPlace, StringComparison.Ordinal),
            WrongHyphen = EmailSpelling.ProblemOf("a@-"),
        },
        UrlKind when rule.Kind == "linkedIn" => rule with
        {
            Wrong = WebAddress.ProblemOf(field, Nonsense),
            IsEmail = WebAddress.ProblemOf(field, "ann@example.com"),
            IsElsewhere = WebAddress.ProblemOf(field, "https://example.com"),
        },
        UrlKind => rule with { Wrong = WebAddress.ProblemOf(field, Nonsense) },
        NumberKind => OfNumber(rule, field),
        DateKind => OfDate(rule, field),
        CheckboxesKind => rule with { Wrong = field.Kind.ProblemOf(field, PartPlace), Choices = ChoicesOf(field) },
        // People write the sizes of companies in many ways.
        SelectKind when CompanySizes.IsAskedBy(field) => rule with { Choices = ChoicesOf(field) },
        RatingKind => rule with { Wrong = field.Kind.ProblemOf(field, Nonsense), Max = field.Choices[^1].Value },
        ChoiceKind or ConsentKind => rule with { Wrong = field.Kind.ProblemOf(field, Nonsense), Choices = ChoicesOf(field) },
        _ => rule,
    };

    private static IReadOnlyList<Option>? ChoicesOf(Field field) => field.Kind is not (SelectKind or RadioKind or CheckboxesKind)
        ? null
        : [.. field.Choices.Select(option => new Option(option.Value, option.Label))];

    private static PageRule OfNumber(PageRule rule, Field field)
    {
        var (least, most) = (Read(field.Min), Read(field.Max));
        return rule with
        {
            Wrong = NumberSpelling.ProblemOf(field, Nonsense),
            Ambiguous = NumberSpelling.ProblemOf(field, "1,000"),
            NotWhole = field.Property is null ? null : NumberSpelling.ProblemOf(field, "0.5"),
            Min = field.Min,
            BelowMin = least is > -1e27m ? SaidOf(field with { Max = null }, Text(decimal.Floor(least.Value) - 1)) : null,
            Max = field.Max,
            AboveMax = most is < 1e27m ? SaidOf(field with { Min = null }, Text(decimal.Ceiling(most.Value) + 1)) : null,
        };

        static decimal? Read(string? text) =>
            decimal.TryParse(text, NumberSpelling.Style, InvariantCulture, out var number) ? number : null;
        static string Text(decimal number) => number.ToString("0", InvariantCulture);
    }

    private static PageRule OfDate(PageRule rule, Field field)
    {
        var (first, last) = (DateKind.Read(field.Min), DateKind.Read(field.Max));
        return rule with
        {
            Wrong = field.Kind.ProblemOf(field, Nonsense),
            Min = field.Min,
            BelowMin = first > DateOnly.MinValue ? SaidOf(field with { Max = null }, DateKind.Write(first.Value.AddDays(-1))) : null,
            Max = field.Max,
            AboveMax = last < DateOnly.MaxValue ? SaidOf(field with { Min = null }, DateKind.Write(last.Value.AddDays(1))) : null,
        };
    }

    private static string? SaidOf(Field field, string value, FieldKind? kind = null, string? pattern = null) => FieldRules.ProblemOf(
        field with { Kind = kind ?? field.Kind, Pattern = pattern, MinLength = null, MaxLength = null }, value);

    /// It means the same to browsers, at least for the letters of English, and takes none of them long.
    private static bool IsPortable(string? pattern) => pattern is { Length: > 0 } && Portable().IsMatch(pattern);

    [GeneratedRegex(@"^(?:(?![\\()\[\]{}?*+|.^$])[ -~]|\\[dswDSW.\\/+*?()\[\]{}|^$-]"
        + @"|\[\^?(?:(?![\\\[\]^])[ -~]|\\[dsw.\\/+*?()\[\]{}|^$-])+\]|\((?:\?:|(?!\?))|\)(?![*+{])|[.?*+|^$]|\{[0-9]+(?:,[0-9]*)?\})*$")]
    private static partial Regex Portable();
}
