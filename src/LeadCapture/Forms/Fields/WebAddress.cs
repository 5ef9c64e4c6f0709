using System.Text.RegularExpressions;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// A web address as people type it, with its scheme; and that of a LinkedIn profile, which has many shapes more.
public static partial class WebAddress
{
    public const string LinkedInProperty = "linkedInUrl";
    private const string ProfileExample = "https://www.linkedin.com/in/your-name";

    public static string Of(Field field, string value)
    {
        if (IsEncoded().IsMatch(value))
            value = Uri.UnescapeDataString(value);
        return field.Property == LinkedInProperty ? LinkedIn(value) : WithScheme(value);
    }

    public static string? ProblemOf(Field field, string value)
    {
        var isProfile = field.Property == LinkedInProperty;
        if (isProfile && EmailSpelling.IsAddress(EmailSpelling.Of(value)))
            return T["This is an email address. Enter it as your email, and your profile here, like {0}", ProfileExample];
        if (!Is(value, out var address))
            return T["{0}: enter a web address like {1}", field.ShownLabel, isProfile ? ProfileExample : "https://www.example.com"];
        return isProfile && !IsLinkedIn(address) ? T["This is not a LinkedIn address. Enter one like {0}", ProfileExample].Value : null;
    }

    /// Whether an address of LinkedIn stands in the text.
    public static bool NamesLinkedIn(string text) => Shared().IsMatch(text);

    private static bool IsLinkedIn(Uri address) =>
        $".{address.Host}".EndsWith(".linkedin.com", StringComparison.OrdinalIgnoreCase)
        || $".{address.Host}".EndsWith(".lnkd.in", StringComparison.OrdinalIgnoreCase);

    private static bool Is(string value, out Uri address) =>
        Uri.TryCreate(value, UriKind.Absolute, out address!) && address.Scheme is "http" or "https"
        && address.Host.Contains('.', StringComparison.Ordinal) && !value.Any(char.IsWhiteSpace);

    /// The app shares an address in a sentence; people know themselves as in/ann-lee or @ann-lee.
    private static string LinkedIn(string value) =>
        Shared().Match(value) is { Success: true } shared ? WithScheme(shared.Value)
        : Handle().Match(value) is { Success: true } named ? "https://www.linkedin.com/in/" + named.Groups["handle"].Value
        : WithScheme(value);

    /// An email address is none.
    private static string WithScheme(string value) =>
        HasScheme().IsMatch(value) || !value.Contains('.', StringComparison.Ordinal) || EmailSpelling.IsAddress(value)
            ? value
            : "https://" + value;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:(?://|[^0-9])")]
    private static partial Regex HasScheme();

    [GeneratedRegex("^https?%3A", RegexOptions.IgnoreCase)]
    private static partial Regex IsEncoded();

    /// Not within another address; without the point, comma or bracket behind it.
    [GeneratedRegex(@"(?<![\w./:@=&?#%-])(?:https?://)?(?:[a-z0-9-]+\.)*(?:linkedin\.com|lnkd\.in)(?![\w.-])"
        + @"(?:[/?#:](?:\S*[^\s.,;:!)\]}>""'”’»])?)?", RegexOptions.IgnoreCase)]
    private static partial Regex Shared();

    [GeneratedRegex(@"^(?:/?in/|@)(?<handle>[^\s/?#@.]+)/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Handle();
}
