using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LeadCapture.Admin;

/// What the next page tells about what was asked for: that it was done, or why not and what to do.
public sealed record News(bool IsFailed, string Sentence)
{
    private const string DoneKey = "Done";
    private const string FailedKey = "Failed";

    public static News Done(string sentence) => new(IsFailed: false, sentence);

    public static News Failed(string sentence) => new(IsFailed: true, sentence);

    public void Keep(ITempDataDictionary kept) => kept[IsFailed ? FailedKey : DoneKey] = Sentence;

    /// Told once.
    public static News? In(ITempDataDictionary kept) => (kept[FailedKey], kept[DoneKey]) switch
    {
        (string sentence, _) => Failed(sentence),
        (_, string sentence) => Done(sentence),
        _ => null,
    };
}
