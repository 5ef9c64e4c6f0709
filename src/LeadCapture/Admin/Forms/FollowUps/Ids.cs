using System.Globalization;
using static LeadCapture.Admin.Forms.FollowUps.FollowUpText;

namespace LeadCapture.Admin.Forms.FollowUps;

/// Reply.io's numbers of sequences, steps and lists, as they are typed.
internal static class Ids
{
    public static string Write(int? id) => id?.ToString(InvariantCulture) ?? "";

    public static string Wanted => T["Enter the number that Reply.io shows in the address"];

    public static int? Read(string typed, Action<string> wrong)
    {
        if (!IsId(typed))
            wrong(Wanted);
        return Number(typed.Trim());
    }

    /// Empty text is none, and no mistake.
    public static bool IsId(string typed) => typed.Trim() == "" || Number(typed.Trim()) is not null;

    public static IReadOnlyList<int> ReadAll(IEnumerable<string> chosen, string typed, Action<string> wrong) =>
    [
        .. chosen.Concat(typed.Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            .Select(text => Read(text, wrong)).OfType<int>().Distinct(),
    ];

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, InvariantCulture, out var id) && id > 0 ? id : null;
}
