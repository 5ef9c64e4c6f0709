using System.Globalization;
using System.Text;

namespace LeadCapture.ReplyIo;

/// <summary>Unicode's composed form (NFC), so that one name is one text, however its accents were typed.</summary>
/// <remarks>The runtime's own leaves every text as it is where it runs without ICU (invariant globalization).</remarks>
public static class NormalForm
{
    private const char FirstMark = '\u0300';
    private const char FirstWithMark = '\u00C0';
    private const int HangulFirst = 0xAC00, HangulLast = 0xD7A3, Leads = 0x1100, Vowels = 0x1161, Trails = 0x11A7;
    private const int VowelCount = 21, TrailCount = 28, LeadCount = 19;

    private static readonly Lazy<Table> Canonical = new(Table.Read);

    /// <summary>The text in its composed form. Half a surrogate pair is kept as it is.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstMark, char.MaxValue))
            return text;
        var parts = Parts(text);
        Order(parts);
        return Text(Composed(parts), text.Length);
    }

    /// <summary>The text without accents and other marks on its letters.</summary>
    public static string WithoutMarks(string text) => text.AsSpan().ContainsAnyInRange(FirstWithMark, char.MaxValue)
        ? Text(Parts(text).Where(code => ClassOf(code) == 0), text.Length)
        : text;

    private static List<int> Parts(string text)
    {
        List<int> parts = [];
        for (var i = 0; i < text.Length; i++)
            Decompose(char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i++) : text[i], parts);
        return parts;
    }

    private static string Text(IEnumerable<int> codes, int length)
    {
        var text = new StringBuilder(length);
        foreach (var code in codes)
            if (code > char.MaxValue)
                text.Append(char.ConvertFromUtf32(code));
            else
                text.Append((char)code);
        return text.ToString();
    }

    private static void Decompose(int code, List<int> parts)
    {
        if (code is >= HangulFirst and <= HangulLast)
        {
            var place = code - HangulFirst;
            parts.Add(Leads + place / (VowelCount * TrailCount));
            parts.Add(Vowels + place % (VowelCount * TrailCount) / TrailCount);
            if (place % TrailCount != 0)
                parts.Add(Trails + place % TrailCount);
        }
        else if (Canonical.Value.Parts.TryGetValue(code, out var pair))
        {
            Decompose(pair.First, parts);
            if (pair.Second != 0)
                parts.Add(pair.Second);
        }
        else
            parts.Add(code);
    }

    // Marks at different places of a letter have one order; those at the same place keep theirs.
    private static void Order(List<int> parts)
    {
        for (var i = 1; i < parts.Count; i++)
            for (var j = i; j > 0 && ClassOf(parts[j]) is > 0 and var own && ClassOf(parts[j - 1]) > own; j--)
                (parts[j - 1], parts[j]) = (parts[j], parts[j - 1]);
    }

    private static List<int> Composed(List<int> parts)
    {
        List<int> done = [];
        var (letter, before) = (-1, 0);
        foreach (var code in parts)
        {
            var own = ClassOf(code);
            var adjoins = letter == done.Count - 1 || before < own && before != 0;
            if (letter >= 0 && adjoins && Whole(done[letter], code) is { } whole)
            {
                done[letter] = whole;
                continue;
            }
            if (own == 0)
                letter = done.Count;
            before = own;
            done.Add(code);
        }
        return done;
    }

    private static int? Whole(int first, int second)
    {
        if (first - Leads is >= 0 and < LeadCount && second - Vowels is >= 0 and < VowelCount)
            return HangulFirst + ((first - Leads) * VowelCount + second - Vowels) * TrailCount;
        if (first is >= HangulFirst and <= HangulLast && (first - HangulFirst) % TrailCount == 0
            && second - Trails is > 0 and < TrailCount)
            return first + second - Trails;
        return Canonical.Value.Wholes.TryGetValue((first, second), out var whole) ? whole : null;
    }

    private static int ClassOf(int code) => code < FirstMark ? 0 : Canonical.Value.Classes.GetValueOrDefault(code);

    private sealed record Table(
        Dictionary<int, int> Classes, Dictionary<int, (int First, int Second)> Parts, Dictionary<(int, int), int> Wholes)
    {
        public static Table Read()
        {
            var table = new Table([], [], []);
            using var file = new StreamReader(typeof(NormalForm).Assembly.GetManifestResourceStream("CanonicalForms.txt")!);
            while (file.ReadLine() is { } line)
                table.Add(line.Split(["..", "=", ">", " "], StringSplitOptions.None), line);
            return table;
        }

        private void Add(string[] words, string line)
        {
            if (line.StartsWith('#'))
                return;
            var first = Code(words[0]);
            if (line.Contains("..", StringComparison.Ordinal))
                for (var code = first; code <= Code(words[1]); code++)
                    Classes[code] = int.Parse(words[2], CultureInfo.InvariantCulture);
            else
            {
                var pair = (Code(words[1]), words.Length > 2 ? Code(words[2]) : 0);
                Parts[first] = pair;
                if (line.Contains('='))
                    Wholes[pair] = first;
            }
        }

        private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
