using System.Net;
using LeadCapture.Forms;
using LeadCapture.Submissions;
using LeadCapture.Submissions.Spam;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Submissions;

/// 300 made-up submissions, half of them spam in six styles and five languages, one after another as they would come in.
public class SpamCorpusTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.99, LeastRecall = 0.9;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(17);

    /// The points were weighed on these texts: whoever changes one sees what else it moves.
    [Theory]
    [InlineData(ProofMode.Off)]
    [InlineData(ProofMode.Suspicious)]
    public async Task Nine_of_ten_are_found_and_nobody_is_suspected_wrongly(ProofMode mode)
    {
        var entries = CorpusEntry.All();
        var found = await Suspected(entries, mode);

        var right = entries.Count(entry => entry.Spam && found.ContainsKey(entry));
        var (precision, recall) = ((double)right / found.Count, (double)right / entries.Count(entry => entry.Spam));

        Tell(entries, found, FormattableString.Invariant($"Proof of work {mode}: precision {precision:0.000}, recall {recall:0.000}"));
        Assert.Equal((300, 150), (entries.Count, entries.Count(entry => entry.Spam)));
        Assert.True(entries.Where(entry => entry.Spam).Select(entry => entry.Style).Distinct().Count() >= 6);
        Assert.True(entries.Where(entry => entry.Spam).Select(entry => entry.Language).Distinct().Count() >= 4);
        Assert.InRange(precision, LeastPrecision, 1);
        Assert.InRange(recall, LeastRecall, 1);
    }

    /// By entry, with the signs.
    private static async Task<Dictionary<CorpusEntry, string>> Suspected(IReadOnlyList<CorpusEntry> entries, ProofMode mode)
    {
        await using var app = await TestApp.StartAtRest();
        var form = (await app.Services.GetRequiredService<FormCatalog>().Find("contact"))!;
        var check = app.Services.GetRequiredService<SpamCheck>();
        Dictionary<CorpusEntry, string> found = [];
        foreach (var entry in entries)
        {
            app.Clock!.Advance(Between);
            // A solution takes the puzzle out of the sum, as ProofTests show.
            var asked = form with { Definition = form.Definition with { Spam = new() { ProofOfWork = entry.Proof ? ProofMode.Off : mode } } };
            var stamp = entry.Seconds is { } seconds ? (await app.Stamp(seconds)).Value : "";
            var submission = new Submission { Properties = entry.Properties, Traces = new(stamp, entry.Trap ? "filled in" : "", "") };
            var origin = new Origin("Page") { Sender = IPAddress.Parse(entry.Network) };
            if (await check.Look(asked, Tidying.Of(asked.Definition, submission), origin) is { } signs)
                found[entry] = signs;
        }
        return found;
    }

    private void Tell(IReadOnlyList<CorpusEntry> entries, Dictionary<CorpusEntry, string> found, string figures)
    {
        output.WriteLine(figures);
        foreach (var style in entries.Where(entry => entry.Spam).GroupBy(entry => entry.Style))
            output.WriteLine($"{style.Key}: {style.Count(found.ContainsKey)} of {style.Count()}");
        foreach (var missed in entries.Where(entry => entry.Spam && !found.ContainsKey(entry)))
            output.WriteLine($"Missed: {missed.Style}, {missed.Email}");
        foreach (var (wronged, signs) in found.Where(one => !one.Key.Spam))
            output.WriteLine($"Wrongly suspected: {wronged.Email} for {signs}");
    }
}
