using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using LeadCapture.Forms;
using LeadCapture.Shared;
using static LeadCapture.Admin.Forms.Share.ShareText;

namespace LeadCapture.Admin.Forms.Share;

/// The ways to use a form, each as a text to copy. Home is the address that people use, without a slash at its end.
public sealed class Snippets(string home, string slug, FormDefinition form)
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const int Around = 320;
    private const int OfRow = 115;

    /// On a narrow screen, where fields stand below each other.
    private const int Margin = 190;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly SampleAnswers sample = SampleAnswers.Of(form);

    public string Address => home + FormAddress.Of(slug, FormShape.Page);

    public Snippet Link => new("link", T["Link"], Address);

    public Snippet Booth => new("booth", T["Booth link"], home + FormAddress.Of(slug, FormShape.Booth),
        T["For a tablet at a stand: large, and resets automatically for the next visitor."]);

    public Snippet Embed(EmbedChoices choices) => new("embed", T["With script"],
        choices.IsInPage
            ? $"""
                <div class="leadcapture" data-form="{slug}"{choices.Attributes} style="min-height:{Height}px"></div>
                <script src="{home}/embed.js" async></script>
                """.ReplaceLineEndings("\n")
            : $"<script src=\"{home}/embed.js\" data-form=\"{slug}\"{choices.Attributes} async></script>"
                + (choices.NeedsLink ? $"\n<a href=\"#leadcapture-{slug}\">{Html.Encode(form.Title)}</a>" : ""),
        T["Campaign, click ID, referrer, and landing page of the visit come with each lead."]);

    public Snippet Frame => new("frame", T["Plain iframe"],
        $"<iframe src=\"{home}{FormAddress.Of(slug, FormShape.Embed)}\" title=\"{Html.Encode(form.Title)}\""
        + $" width=\"100%\" height=\"{Height + Margin}\"></iframe>",
        T["For pages where scripts aren’t allowed. Set the height that your form needs, and add campaign parameters to the address."]);

    public Snippet Page => new("html", T["HTML form"], HtmlForm.Of(form, Address),
        T["Your own design, no script needed. Visitors land on the confirmation page."]);

    public Snippet Curl => new("curl", T["curl"],
        $"""
        curl -i '{Api}' \
          -H 'Content-Type: application/json' \
          -d '{Json}'
        """.ReplaceLineEndings("\n"),
        WithUnknown(T["For a terminal on Linux or macOS, or Git Bash on Windows."]));

    public Snippet Fetch => new("fetch", T["JavaScript"],
        $$"""
        const response = await fetch("{{Api}}", {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({{Json.Replace("\n", "\n  ", StringComparison.Ordinal)}}),
        });
        const answer = await response.json();
        if (!response.ok) throw new Error(JSON.stringify(answer.errors ?? answer.title));
        """.ReplaceLineEndings("\n"),
        WithUnknown(T["Use it in a module or an async function, in a page or on a server."]));

    /// About as high as the form will be: so much room is kept until it is there.
    private int Height => Around + (OfRow * form.Steps[0].Sections.Where(section => !section.Collapsed).SelectMany(section => section.Fields)
        .Count(asked => asked.Kind.IsSeen && !asked.SharesRow));

    private string Api => $"{home}/api/forms/{slug}/leads";

    private string Json
    {
        get
        {
            var body = new JsonObject();
            foreach (var (asked, value) in sample.All.Where(answer => answer.Field.Property is not null))
                body[asked.Property!] = value;
            JsonNode[] rows = [.. sample.All.Where(answer => answer.Field.Key is not null)
                .Select(answer => new JsonObject { ["key"] = answer.Field.Key, ["value"] = answer.Value })];
            if (rows.Length > 0)
                body["customFields"] = new JsonArray(rows);
            // Neither the quotes of a shell nor the script of a page may end within it.
            return body.ToJsonString(Written)
                .Replace("'", "\\u0027", StringComparison.Ordinal).Replace("<", "\\u003C", StringComparison.Ordinal);
        }
    }

    private string WithUnknown(string hint) => sample.Unknown is [var asked, ..]
        ? $"{hint} {T["Replace the value of “{0}”: LeadCapture doesn’t know an example that its pattern allows.", asked.ShownLabel]}"
        : hint;
}
