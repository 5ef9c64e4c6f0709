using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using LeadCapture.Forms;
using LeadCapture.Localization;
using LeadCapture.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadCapture.Tests.Web;

/// Finds the words of a page that are in no resource: in the made-up language for tests, all others stand in ⟦brackets⟧.
public static class Untranslated
{
    public const string Reader = "ui-culture=" + Texts.TestLanguage;

    private static readonly string[] Spoken =
    [
        "aria-label", "title", "placeholder", "alt",
        // What scripts say.
        "data-sending", "data-added", "data-removed", "data-arrived", "data-kept", "data-pause", "data-failed", "data-left", "data-known",
    ];

    /// Known: what is not ours to translate, such as a form's own words and what a visitor has typed.
    public static IReadOnlyList<string> WordsOf(Page page, IEnumerable<string> known)
    {
        var own = known.ToHashSet();
        var attributes = page.Html.All.SelectMany(element => Spoken.Select(element.GetAttribute)).OfType<string>();
        return
        [
            .. OutsideBrackets(Written(page).Where(text => !own.Contains(text.Trim()))),
            .. attributes.Where(text => !own.Contains(text)).SelectMany(text => OutsideBrackets([text])),
        ];
    }

    /// Everything that the authors of forms wrote.
    public static async Task<IReadOnlyList<string>> WordsOfForms(this TestApp app)
    {
        var forms = await app.Services.GetRequiredService<FormCatalog>().All();
        return [.. forms.SelectMany(form => Strings(JsonElement.Parse(form.Definition.ToJson())))];
    }

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Strings(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    /// Values are data, and so is what scripts read.
    private static IEnumerable<string> Written(Page page) => page.Html.DocumentElement.GetNodes<IText>()
        .Where(text => text.ParentElement!.Closest("script, style, dd, .sequence-facts b, .reference strong, .initials, code") is null)
        .Select(text => text.Data);

    private static IEnumerable<string> OutsideBrackets(IEnumerable<string> texts)
    {
        var depth = 0;
        foreach (var text in texts)
        {
            var outside = new StringBuilder();
            foreach (var letter in text)
                if (letter == '⟦')
                    depth++;
                else if (letter == '⟧')
                    depth--;
                else if (depth == 0)
                    outside.Append(letter);
            if (outside.ToString().Any(char.IsLetter))
                yield return outside.ToString().Trim();
        }
    }
}
