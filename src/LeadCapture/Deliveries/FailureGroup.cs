using System.Security.Cryptography;
using System.Text;
using LeadCapture.Forms;
using LeadCapture.ReplyIo;

namespace LeadCapture.Deliveries;

/// What is wrong with a lead that needs a person, in a word that says nothing about the person: leads with the same word are
/// grouped, and healed together.
public static class FailureGroup
{
    public const string TriesOver = "tries-over";
    public const string NoLookUp = "no-look-up";
    public const string Unanswered = "unanswered";
    public const string KnownWithout = "known-without";
    public const string FromBackup = "from-backup";
    public const string Restored = "restored";
    public const string Corrected = "corrected";
    public const string Undone = "undone";

    /// Handed over before there were groups.
    public const string Others = "others";

    private const int Longest = 16;

    /// Several complaints are one group, whatever their order: what heals one lead of it heals them all.
    public static string Of(IReadOnlyList<Problem> problems, string reason, SubmittedAnswers answers, IReadOnlyList<string> keys)
    {
        if (problems.Count == 0)
            problems = [new("", reason)];
        var complaints = problems.Select(problem => RefusalReason.Of(problem, answers, keys))
            .Select(complaint => $"{complaint.Field}: {complaint.Words}").Distinct().Order(StringComparer.Ordinal);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', complaints)));
        return Convert.ToHexStringLower(hash)[..Longest];
    }

    /// Of what follows after the contact: Reply.io has it, and something else is not done.
    public static string OfStep(DeliveryStep step, string reason, SubmittedAnswers answers)
    {
        var words = RefusalReason.WordsOf(reason, answers);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{step}\n{words}")));
        return (PrefixOf(step) + hash)[..Longest];
    }

    /// Null: the contact itself is not there.
    public static DeliveryStep? StepOf(string key) => Enum.GetValues<DeliveryStep>().Skip(1)
        .Where(step => key.StartsWith(PrefixOf(step), StringComparison.Ordinal)).Select(step => (DeliveryStep?)step).FirstOrDefault();

    private static string PrefixOf(DeliveryStep step) => step switch
    {
        DeliveryStep.Lists => "list-",
        DeliveryStep.Removal => "remove-",
        _ => "enroll-",
    };

    public static bool Fits(string text) => text.Length is > 0 and <= Longest && text.All(letter => char.IsAsciiLetterLower(letter)
        || char.IsAsciiDigit(letter) || letter == '-');
}
