using LeadCapture.Booth;

namespace LeadCapture.Admin.Devices;

/// The names of files about an event.
internal static class EventFile
{
    private const int Longest = 60;

    /// Spring fair 2027 → spring-fair-2027-report.csv
    public static string NameOf(Event at, string end)
    {
        var letters = at.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        var words = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('-', words);
        return $"{(name == "" ? "event" : name[..Math.Min(name.Length, Longest)])}-{end}";
    }
}
