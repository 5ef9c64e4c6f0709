using System.Text;
using AngleSharp.Html.Dom;

namespace LeadCapture.Tests.Support;

/// How an operator brings the file of another tool in as new leads.
internal static class NewLeadSteps
{
    public const string Here = "/admin/leads/import-new";

    public static Task<Page> UploadsNew(this AdminBrowser browser, byte[] file, string form = "contact") =>
        browser.Uploads(Here, file, "contacts.csv", ("form", form));

    /// The page with what the columns become.
    public static async Task<Page> Matches(this AdminBrowser browser, byte[] file, string form = "contact")
    {
        var sent = await browser.UploadsNew(file, form);
        Assert.True(sent.Status == 303, sent.ErrorOf("file") ?? sent.ErrorOf("form") ?? sent.Source);
        return await browser.Gets(sent.To!);
    }

    public static Task<Page> Matches(this AdminBrowser browser, string file, string form = "contact") =>
        browser.Matches(Encoding.UTF8.GetBytes(file), form);

    /// Heading and target of each column that is imported.
    public static IReadOnlyList<string> Matched(this Page columns) =>
    [
        .. from chooser in columns.Html.QuerySelectorAll("select[name^=column-]").OfType<IHtmlSelectElement>()
           where !string.IsNullOrEmpty(chooser.Value)
           select $"{columns.Html.QuerySelector($"label[for={chooser.Id}]")!.TextContent} → {chooser.Value}",
    ];

    /// Presses the button below the columns, with some of them chosen otherwise.
    public static Task<Page> Chooses(this AdminBrowser browser, Page columns, params (string Heading, string Target)[] typed)
    {
        var form = columns.Html.QuerySelector("form[action$='/columns']")!;
        return browser.Posts(form.GetAttribute("action")!,
            [.. form.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Select(select => (select.Name!, TargetOf(select)))]);

        string TargetOf(IHtmlSelectElement select)
        {
            var heading = columns.Html.QuerySelector($"label[for={select.Id}]")!.TextContent;
            return typed.Where(one => one.Heading == heading).Select(one => one.Target).FirstOrDefault() ?? select.Value ?? "";
        }
    }

    /// What the file would do.
    public static async Task<Page> Reviews(this AdminBrowser browser, Page columns, params (string Heading, string Target)[] typed)
    {
        var sent = await browser.Chooses(columns, typed);
        Assert.True(sent.Status == 303, string.Concat(sent.Summary));
        return await browser.Gets(sent.To!);
    }

    /// Ready, bad, known, empty.
    public static (string, string, string, string) NewCounts(this Page review) =>
        (review.Count("ready"), review.Count("bad"), review.Count("known"), review.Count("empty"));

    /// The path of the run.
    public static async Task<string> BeginsNew(this AdminBrowser browser, Page review)
    {
        var answer = await browser.Posts(review.Html.QuerySelector("form[action$='/start']")!.GetAttribute("action")!);
        Assert.Equal(303, answer.Status);
        return answer.To!;
    }
}
