using System.Text;

namespace LeadCapture.Tests.Support;

/// What a person does with the file in a spreadsheet: opens it, types over cells, saves it. Knows nothing of the program's own reading.
internal sealed class Sheet(List<List<string>> rows)
{
    public List<List<string>> Rows => rows;

    public static Sheet Of(Page file)
    {
        Assert.Equal((200, "text/csv"), (file.Status, file.Type));
        return new(Parse(file.Source.TrimStart('\uFEFF')));
    }

    public IReadOnlyList<string> Column(string heading) => [.. rows.Skip(1).Select(row => row[Place(heading)])];

    public string Cell(string email, string heading) => RowOf(email)[Place(heading)];

    /// A column that is not there yet becomes the last one.
    public Sheet With(string email, string heading, string text)
    {
        if (!rows[0].Contains(heading))
            for (var row = 0; row < rows.Count; row++)
                rows[row].Add(row == 0 ? heading : "");
        RowOf(email)[Place(heading)] = text;
        return this;
    }

    public Sheet Without(string heading)
    {
        var place = Place(heading);
        rows.ForEach(row => row.RemoveAt(place));
        return this;
    }

    public string Text(char sign = ',') => string.Concat(rows.Select(row =>
        string.Join(sign, row.Select(cell => cell.AsSpan().ContainsAny($"{sign}\"\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell)) + "\r\n"));

    private int Place(string heading)
    {
        var place = rows[0].IndexOf(heading);
        Assert.True(place >= 0, heading + " is no column");
        return place;
    }

    private List<string> RowOf(string email) => rows.Single(row => row.ElementAtOrDefault(Place("Email address")) == email);

    private static List<List<string>> Parse(string text)
    {
        List<List<string>> rows = [[]];
        var (cell, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && text[i] is (',' or '\n'))
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\n')
                    rows.Add([]);
            }
            else if (quoted || text[i] != '\r')
                cell.Append(text[i]);
        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}

/// What an operator does with it.
internal static class Importing
{
    public const string Here = "/admin/leads/import";

    /// The preview.
    public static async Task<Page> Checks(this AdminBrowser browser, string text) =>
        await browser.Checks(Encoding.UTF8.GetBytes(text));

    public static async Task<Page> Checks(this AdminBrowser browser, byte[] file)
    {
        var sent = await browser.Uploads(Here, file);
        Assert.True(sent.Status == 303, sent.ErrorOf("file") ?? sent.Source);
        return await browser.Gets(sent.To!);
    }

    /// Has it done, and gives the page of the run when that is over.
    public static async Task<Page> Imports(this AdminBrowser browser, Sheet sheet, bool resubmit = false, string why = "typing errors")
    {
        var preview = await browser.Checks(sheet.Text());
        return await browser.Applies(preview, resubmit, why);
    }

    public static async Task<Page> Applies(this AdminBrowser browser, Page preview, bool resubmit = false, string why = "typing errors")
    {
        var run = await browser.Begins(preview, resubmit, why);
        Page? page = null;
        await TestApp.Eventually(async () =>
        {
            page = await browser.Gets(run);
            return page.Html.QuerySelector("#progress")!.GetAttribute("data-moving") == "false";
        }, "imported");
        return page!;
    }

    /// Has it begun, and gives the path of the run.
    public static async Task<string> Begins(this AdminBrowser browser, Page preview, bool resubmit = false, string why = "typing errors")
    {
        var answer = await browser.Posts(preview.ApplyPath(), ("why", why), ("resubmit", resubmit ? "true" : "false"));
        Assert.Equal((303, ""), (answer.Status, string.Concat(answer.Summary.Select(line => line.Message))));
        return answer.To!;
    }

    public static string ApplyPath(this Page preview) =>
        preview.Html.QuerySelector("form[action$='/apply']")!.GetAttribute("action")!;

    /// The lines that the run of this page has not taken, as a file.
    public static async Task<Sheet> NotTaken(this AdminBrowser browser, Page run)
    {
        var page = await browser.Gets(run.Html.QuerySelector("[data-count=bad] a")!.GetAttribute("href")!);
        return Sheet.Of(await browser.Gets(page.Html.QuerySelector("a[download]")!.GetAttribute("href")!));
    }

    /// What a run came to: done, stored like this already, not taken.
    public static (string, string, string) Came(this Page run) => (
        run.Html.QuerySelectorAll(".run-counts div").Single(count => count.QuerySelector("dt")!.TextContent == "Done")
            .QuerySelector("dd")!.TextContent.Trim(),
        run.Html.QuerySelector("[data-count=unchanged]")?.TextContent.Split(' ')[0] ?? "0",
        run.Html.QuerySelector("[data-count=bad]")?.TextContent.Split(' ')[0] ?? "0");

    /// Changed, unchanged, bad.
    public static (string, string, string) Counts(this Page page) => (page.Count("changed"), page.Count("unchanged"), page.Count("bad"));

    public static string Count(this Page page, string what) =>
        page.Html.QuerySelector($"[data-count={what}]")?.TextContent ?? page.Source;

    /// The bad lines of the preview: number, column, sentence.
    public static IReadOnlyList<(string Line, string Column, string Problem)> Problems(this Page page) =>
        [.. page.Html.QuerySelectorAll("table.problems tbody tr").Select(row =>
            (row.Children[0].TextContent, row.Children[1].TextContent, row.Children[2].TextContent))];
}
