using System.Globalization;
using static LeadCapture.Admin.Forms.FollowUps.FollowUpText;

namespace LeadCapture.Admin.Forms.FollowUps;

/// Reply.io's numbers of sequences, steps and lists, as they are typed.
internal static class Ids
{
    public static string Write(int? id) => id?.ToString(InvariantCulture) ?? "";

    public static int? Read(string typed, Action<string> wrong)
    {
        if (typed.Trim() is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, InvariantCulture, out var id) && id > 0)
            return id;
        wrong(T["Enter the number that Reply.io shows in the address"]);
        return null;
    }

    public static IReadOnlyList<int> ReadAll(IEnumerable<string> chosen, string typed, Action<string> wrong) =>
    [
        .. chosen.Concat(typed.Split([',', ';', ' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            .Select(text => Read(text, wrong)).OfType<int>().Distinct(),
    ];
}
