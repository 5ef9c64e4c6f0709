using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadCapture.Admin.Leads.Import;

/// What a spreadsheet makes of a cell without being asked: a number in short, without noughts or plus, a date, TRUE.
public static partial class Rewritten
{
    /// Of a number, the others become noughts.
    private const int MostDigits = 15;

    private static readonly string[] Yes = ["TRUE", "WAHR", "VRAI", "VERDADERO", "VERO", "PRAWDA", "WAAR"];
    private static readonly string[] No = ["FALSE", "FALSCH", "FAUX", "FALSO", "FAŁSZ", "ONWAAR"];

    /// By their first letters, in English, German, French, Spanish.
    private static readonly string[][] Months =
    [
        ["jan", "ene"], ["feb", "fév", "fev"], ["mar", "mär", "mrz"], ["apr", "avr", "abr"], ["may", "mai"], ["jun", "juin"],
        ["jul", "juil"], ["aug", "aoû", "aou", "ago"], ["sep"], ["oct", "okt"], ["nov"], ["dec", "dez", "déc", "dic"],
    ];

    public static bool Is(string stored, string cell) =>
        stored.Length > 0 && cell.Length > 0 && (IsNumber(stored, cell) || IsDate(stored, cell) || IsTime(stored, cell)
            || stored.Equals("true", StringComparison.OrdinalIgnoreCase) && Yes.Contains(cell)
            || stored.Equals("false", StringComparison.OrdinalIgnoreCase) && No.Contains(cell));

    /// 4.91701E+11, of which no one can tell the digits that are missing.
    public static bool IsShortened(string cell) => Short().IsMatch(cell);

    private static bool IsNumber(string stored, string cell)
    {
        if (!Digits().IsMatch(stored) || !TryNumber(stored, out var was) || !TryNumber(cell, out var now))
            return false;
        if (Short().Match(cell) is { Success: true } shortened)
            return IsRounded(was, now, shortened.Groups["digits"].Value.Count(char.IsAsciiDigit));
        return was == now || IsRounded(was, now, MostDigits);
    }

    /// The same number to so many digits, up or down.
    private static bool IsRounded(decimal was, decimal now, int digits)
    {
        var unit = 1m;
        while (was / unit >= Power(digits))
            unit *= 10;
        return unit > 1 && now % unit == 0 && Math.Abs(was - now) < unit || was == now;
    }

    private static decimal Power(int digits) => Enumerable.Repeat(10m, digits).Aggregate(1m, (product, ten) => product * ten);

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, InvariantCulture, out number);

    /// The same numbers as a day, a month, and a year perhaps, written another way: whoever changes a date writes it in the same.
    private static bool IsDate(string stored, string cell)
    {
        if (!DateLike().IsMatch(stored) || Shape(stored) == Shape(cell) || Parts(cell) is not { Count: 2 or 3 } now)
            return false;
        // 10-12 gets the year of today, which nobody stored.
        if (Parts(stored) is { Count: 2 } && now.Count == 3)
            now.RemoveAt(now.FindIndex(IsYear) is >= 0 and var year ? year : 2);
        return Parts(stored)!.Select(OfCentury).Order().SequenceEqual(now.Select(OfCentury).Order());
    }

    private static bool IsYear(int number) => number >= 100;

    private static int OfCentury(int number) => number % 100;

    private static List<int>? Parts(string text)
    {
        List<int> parts = [];
        foreach (var word in Words().Matches(text).Select(match => match.Value))
            if (int.TryParse(word, NumberStyles.None, InvariantCulture, out var number))
                parts.Add(number);
            else if (MonthOf(word) is { } month)
                parts.Add(month);
            else
                return null;
        return parts;
    }

    private static int? MonthOf(string word) =>
        Array.FindIndex(Months, names => Array.Exists(names, name => word.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
            is >= 0 and var place ? place + 1 : null;

    private static bool IsTime(string stored, string cell) => Time().IsMatch(stored) && Shape(stored) != Shape(cell)
        && TimeOnly.TryParse(stored, InvariantCulture, out var was) && TimeOnly.TryParse(cell, InvariantCulture, out var now)
        && was == now;

    private static string Shape(string text) => AnyDigits().Replace(text, "0");

    [GeneratedRegex(@"^[+-]?\d+(?:[.,]\d+)?(?:E[+-]?\d+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[+-]?(?<digits>\d(?:[.,]\d+)?)E\+?\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Short();

    [GeneratedRegex(@"^\d{1,4}(?:([-/.])\d{1,4}|([-/.])\d{1,2}\2\d{1,4})$")]
    private static partial Regex DateLike();

    [GeneratedRegex(@"^\d{1,2}:\d\d(?::\d\d)?$")]
    private static partial Regex Time();

    [GeneratedRegex(@"\d+|\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\d+")]
    private static partial Regex AnyDigits();
}
