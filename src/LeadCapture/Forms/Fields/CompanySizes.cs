using System.Globalization;
using System.Text.RegularExpressions;
using LeadCapture.ReplyIo;

namespace LeadCapture.Forms.Fields;

/// Numbers of employees as other tools write them.
public static partial class CompanySizes
{
    private static readonly (int Most, CompanySize Size)[] Ranges =
    [
        (10, CompanySize.Ten), (50, CompanySize.Fifty), (200, CompanySize.TwoHundred), (500, CompanySize.FiveHundred),
        (1000, CompanySize.OneThousand), (5000, CompanySize.FiveThousand), (10_000, CompanySize.TenThousand),
        (int.MaxValue, CompanySize.OverTenThousand),
    ];

    /// Reply.io's own word for it.
    public const string NotGiven = nameof(CompanySize.Empty);

    public static bool IsAskedBy(Field field) => field.Property == "companySize";

    public static Option? OptionOf(Field field, string value) =>
        (Find(value) ?? NoLetters().Replace(value, "")) is { Length: > 0 } size
            ? field.Options.FirstOrDefault(option => option.Value.Equals(size, StringComparison.OrdinalIgnoreCase))
            : null;

    /// Null where it may be several, or none: one employee may be all the company.
    public static string? Find(string typed)
    {
        var text = Separators().Replace(typed, "");
        if (Words().Match(text) is not { Success: true } words
            || !int.TryParse(words.Groups["least"].Value, NumberStyles.None, InvariantCulture, out var least))
            return null;
        if (words.Groups["more"].Success)
            return least is 10_000 or 10_001 ? nameof(CompanySize.OverTenThousand) : null;
        if (!words.Groups["most"].Success)
            return least < 2 ? null : SizeOf(least);
        return int.TryParse(words.Groups["most"].Value, NumberStyles.None, InvariantCulture, out var most) && most >= least
            && SizeOf(Math.Max(least, 1)) is var size && size == SizeOf(most) && most > 1
            ? size
            : null;
    }

    private static string SizeOf(int employees) => Ranges.First(range => employees <= range.Most).Size.ToString();

    [GeneratedRegex(@"[^A-Za-z]")]
    private static partial Regex NoLetters();

    /// Blanks, and what stands between thousands.
    [GeneratedRegex(@"\s|(?<=\d)[.,'’](?=\d{3}(?!\d))")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:(?<more>>|over|morethan)?(?<least>\d+)(?<more>\+|ormore)?|(?<least>\d+)(?:\p{Pd}|−|to)(?<most>\d+))"
        + @"(?:employees|people)?(?<more>\+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
