using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LeadCapture.Tests.Localization;

/// The texts that the code of a folder looks up, and the resources in which they stand.
public sealed partial class SourceTexts
{
    private readonly string file;

    private SourceTexts(string file) => this.file = file;

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../src/LeadCapture"));

    public string Name => Path.GetFileNameWithoutExtension(file);

    private string Resources => Path.ChangeExtension(file, ".resx");

    /// One for each class named …Text.
    public static IReadOnlyList<SourceTexts> All { get; } =
        [.. Files("*Text.cs").Where(file => File.ReadAllText(file).Contains("Texts.Of<", StringComparison.Ordinal)).Select(file => new SourceTexts(file))];

    public IReadOnlyList<string> InCode() => [.. Uses.Where(use => use.Name == Name).Select(use => use.Text).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<(string Key, string Text)> InResources() => File.Exists(Resources)
        ? [.. XDocument.Load(Resources).Root!.Elements("data").Select(data => (data.Attribute("name")!.Value, data.Element("value")!.Value))]
        : [];

    /// Texts that are new come in, those that no code looks up go; a text that was worded anew in the file stays so.
    public void WriteResources()
    {
        var known = InResources().ToDictionary(entry => entry.Key, entry => entry.Text);
        XElement[] heads =
        [
            Head("resmimetype", "text/microsoft-resx"), Head("version", "2.0"),
            Head("reader", "System.Resources.ResXResourceReader, System.Windows.Forms"),
            Head("writer", "System.Resources.ResXResourceWriter, System.Windows.Forms"),
        ];
        new XDocument(new XElement("root", heads, InCode().Select(text => new XElement("data", new XAttribute("name", text),
            new XAttribute(XNamespace.Xml + "space", "preserve"), new XElement("value", known.GetValueOrDefault(text, text)))))).Save(Resources);

        static XElement Head(string name, string value) => new("resheader", new XAttribute("name", name), new XElement("value", value));
    }

    private static readonly Lazy<IReadOnlyList<(string Name, string Text)>> AllUses = new(() =>
        [.. Files("*.cs").Concat(Files("*.cshtml")).SelectMany(file => UsesIn(file, Comment().Replace(File.ReadAllText(file), "")))]);

    private static IReadOnlyList<(string Name, string Text)> Uses => AllUses.Value;

    private static IEnumerable<(string Name, string Text)> UsesIn(string file, string code)
    {
        foreach (Match use in LookUp().Matches(code))
        {
            var arguments = Arguments(code, use.Index + use.Length).ToList();
            var texts = use.Value.EndsWith("Count(", StringComparison.Ordinal) ? arguments[1..3] : arguments[..1];
            foreach (var text in texts.Where(text => text.Contains('"', StringComparison.Ordinal)))
                yield return (use.Groups["name"] is { Success: true, Value: var name } ? name : OwnerOf(file), Read(text));
        }
    }

    /// The texts of a folder belong to the folders in it, too.
    private static string OwnerOf(string file) => All
        .Where(texts => file.StartsWith(Path.GetDirectoryName(texts.file) + "/", StringComparison.Ordinal))
        .MaxBy(texts => texts.file.Count('/'.Equals))?.Name ?? throw new InvalidOperationException($"{file} has no texts of its folder.");

    /// What stands between the commas of a call, up to its closing bracket.
    private static IEnumerable<string> Arguments(string code, int start)
    {
        var (depth, quoted) = (0, false);
        for (var at = start; ; at++)
        {
            var sign = code[at];
            if (quoted && sign == '\\')
                at++;
            else if (sign == '"')
                quoted = !quoted;
            else if (!quoted && depth == 0 && sign is ',' or ')' or ']')
            {
                yield return code[start..at].Trim();
                if (sign != ',')
                    yield break;
                start = at + 1;
            }
            else if (!quoted)
                depth += sign is '(' or '[' or '{' ? 1 : sign is ')' or ']' or '}' ? -1 : 0;
        }
    }

    /// A literal, or several with a plus between them. Any other expression would hide a text from those who translate.
    private static string Read(string expression) => OnlyLiterals().IsMatch(expression)
        ? Regex.Unescape(string.Concat(Literal().Matches(expression).Select(part => part.Groups[1].Value)))
        : throw new InvalidOperationException($"Texts are looked up by literals, not by {expression}");

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("""^("(?:[^"\\]|\\.)*"(\s*\+\s*(?="|$))?)+$""")]
    private static partial Regex OnlyLiterals();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?:(?<name>\w+Text)\.)?(?:[TH]\[|T\.Count\(|Texts\.Key\()")]
    private static partial Regex LookUp();
}
