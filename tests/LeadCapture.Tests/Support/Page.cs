using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LeadCapture.Tests.Support;

/// An answer as a visitor's browser reads it.
public sealed record Page(int Status, IHtmlDocument Html, HttpResponseHeaders Headers, string? Type, string Source)
{
    public IElement Main => Html.QuerySelector("main")!;

    public string? Delivery => Main.GetAttribute("data-delivery");

    /// Where a redirect leads.
    public string? To => Headers.Location?.ToString();

    /// What an admin page says was done.
    public string? News => Html.QuerySelector(".news span")?.TextContent.Trim();

    /// Whether it says that it was not done.
    public bool HasFailed => Html.QuerySelector(".news[data-kind=failed][role=alert]") is not null;

    public string Title => Html.QuerySelector("h1")!.TextContent.Trim();

    public string? Notice => Html.QuerySelector("#notice")?.TextContent.Trim();

    /// The messages above the form, each with the id that it leads to ("" where it leads nowhere).
    public IReadOnlyList<(string Id, string Message)> Summary =>
    [
        .. Html.QuerySelectorAll("#error-summary li")
            .Select(line => (line.QuerySelector("a")?.GetAttribute("href")?[1..] ?? "", line.TextContent.Trim())),
    ];

    /// What a browser would send again, in the order of the page; buttons, and what stands beside every page, left out.
    public IReadOnlyList<(string Name, string Value)> Inputs =>
        [.. Html.QuerySelectorAll("form [name]").Where(input => input.Closest("header") is null).Select(Sent).Where(sent => sent.Value is not null)
            .Select(sent => (sent.Name, sent.Value!))];

    public string? ValueOf(string name) => Inputs.LastOrDefault(input => input.Name == name).Value;

    /// The custom field's value, wherever its row stands.
    public string? CustomValueOf(string key) =>
        Inputs.FirstOrDefault(input =>
            input.Name.EndsWith("].key", StringComparison.Ordinal) && input.Value == key) is { Name: { } name }
            ? ValueOf(name[..^3] + "value")
            : null;

    /// The name of the input for the custom field's value.
    public string NameOfCustom(string key) => Inputs.First(input =>
        input.Name.EndsWith("].key", StringComparison.Ordinal) && input.Value == key).Name[..^3] + "value";

    /// The message that a screen reader reads with the input.
    public string? ErrorOf(string name) => Html.QuerySelectorAll("form [name]").Where(input => input.GetAttribute("name") == name)
        .Select(input => input.GetAttribute("type") == "radio" ? input.Closest("fieldset")! : input)
        .Where(input => input.GetAttribute("aria-invalid") == "true")
        .SelectMany(input => (input.GetAttribute("aria-describedby") ?? "").Split(' '))
        .Select(id => id.EndsWith("-error", StringComparison.Ordinal) ? Html.GetElementById(id)?.TextContent.Trim() : null)
        .FirstOrDefault(text => text is not null);

    public string? CustomErrorOf(string key) =>
        Inputs.FirstOrDefault(input =>
            input.Name.EndsWith("].key", StringComparison.Ordinal) && input.Value == key) is { Name: { } name }
            ? ErrorOf(name[..^3] + "value") ?? ErrorOf(name)
            : null;

    /// What stands under a heading of the confirmation, or beside a name in its lists of facts.
    public string? Fact(string label) => FactIn("", label);

    /// What Reply.io answered.
    public string? ContactFact(string label) => FactIn("article.contact ", label);

    private string? FactIn(string place, string label) => Html.QuerySelectorAll($"{place}dt, {place}.compared tbody th")
        .FirstOrDefault(term => term.TextContent == label)?.NextElementSibling?.TextContent.Trim();

    public string? Under(string heading) =>
        Html.QuerySelectorAll("h2, h3").FirstOrDefault(title => title.TextContent.Trim() == heading)
        ?.NextElementSibling?.TextContent.Trim();

    public static async Task<Page> Of(HttpResponseMessage answer)
    {
        var source = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, new HtmlParser().ParseDocument(source), answer.Headers,
            answer.Content.Headers.ContentType?.MediaType, source);
    }

    private static (string Name, string? Value) Sent(IElement input) => (input.GetAttribute("name")!, input switch
    {
        IHtmlButtonElement => null,
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
        IHtmlInputElement typed => typed.Value,
        IHtmlTextAreaElement typed => typed.Value,
        IHtmlSelectElement chosen => chosen.Value,
        _ => null,
    });
}
