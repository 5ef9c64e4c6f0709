using System.Web;

namespace LeadCapture.Forms.Numbers;

/// Where a visitor came from, as a link says by utm_source and utm_campaign. Whatever names a person is none of it.
public readonly record struct Campaign(string Source, string Name)
{
    public const string SourceName = "utm_source";
    public const string CampaignName = "utm_campaign";
    private const int Longest = 80;
    private const char Between = '\t';

    public static readonly Campaign None = new("", "");

    /// Stands for all that came after the most that are told apart.
    public static readonly Campaign Other = new("*", "*");

    public string Key => this == None ? "" : Source + Between + Name;

    public static Campaign Of(string? source, string? name) => new(Clean(source), Clean(name));

    public static Campaign FromKey(string key) =>
        key.Split(Between) is [var source, var name] ? new(source, name) : None;

    /// The form's own answers; where it does not ask, how the visitor came, or the address of the page that it stood on.
    public static Campaign Of(Submission submission)
    {
        var answered = Of(Answer(submission, SourceName), Answer(submission, CampaignName));
        if (answered == None && submission.Attribution is { } came)
            answered = Of(came[SourceName], came[CampaignName]);
        return answered == None ? OfAddress(submission.Page) : answered;
    }

    private static Campaign OfAddress(string page)
    {
        if (page.IndexOf('?', StringComparison.Ordinal) is not (>= 0 and var mark))
            return None;
        var link = HttpUtility.ParseQueryString(page[mark..].Split('#')[0]);
        return Of(link[SourceName], link[CampaignName]);
    }

    private static string? Answer(Submission submission, string key) =>
        submission.CustomFields.Find(row => row.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;

    private static string Clean(string? value)
    {
        var text = InputNormalizer.OneLine(InputNormalizer.Clean(value));
        if (text.Contains('@', StringComparison.Ordinal) || MergeTags.IsNoValue(text) || !InputNormalizer.IsSendable(text, lines: false))
            return "";
        return InputNormalizer.Start(text, Longest);
    }
}
