using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using LeadCapture.Deliveries;
using LeadCapture.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.Options;

namespace LeadCapture.Pages.Templates;

/// The pages of forms that look blank: the same for every visitor but for ids, stamp, and how the visitor came.
public sealed partial class FormTemplates(ICompositeViewEngine views, IOptions<MvcViewOptions> options, ReplyIoAccount account, HtmlEncoder encoder)
{
    /// Beyond any number of forms; versions that are no longer shown go with the rest.
    private const int Most = 500;

    private static readonly string Unlikely = $"mark{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<Sameness, PageTemplate> made = new();

    public async Task<IActionResult> Show(Controller controller, FormPage page, int formId)
    {
        var own = Own(page);
        byte[][] values = [.. own.Select(value => Encoding.UTF8.GetBytes(encoder.Encode(value ?? "")))];
        var same = new Sameness(formId, page.Slug, page.Version, page.Shape, ShownLook.Of(controller.ViewData), controller.Request.PathBase,
            account.Sandbox?.ToString(), CultureInfo.CurrentUICulture.Name, values[0].Length, values[1].Length,
            string.Concat(own.Select(value => value is null ? '-' : 'x')));
        if (!made.TryGetValue(same, out var template))
        {
            if (made.Count >= Most)
                made.Clear();
            Mark[] marks = [.. own.Select((_, place) => new Mark(MarkOf(place), place < 2 ? values[place].Length : null))];
            template = made[same] = PageTemplate.Of(await Render(controller, Marked(page, own)), marks);
        }
        return new TemplateResult(template, values);
    }

    /// What differs between visitors, the first two in content alone. Null: nothing does in this place.
    private static string?[] Own(FormPage page) =>
    [
        page.SubmissionId, page.Traces.Stamp == "" ? null : page.Traces.Stamp, page.Page == "" ? null : page.Page, page.Attribution,
        .. page.Inputs.Where(input => !input.Field.Kind.IsSeen).Select(input => input.Value == input.Field.Default ? null : input.Value),
    ];

    private static FormPage Marked(FormPage page, string?[] own)
    {
        var place = 4;
        return page with
        {
            SubmissionId = MarkOf(0),
            Traces = own[1] is null ? page.Traces : page.Traces with { Stamp = MarkOf(1) },
            Page = own[2] is null ? "" : MarkOf(2),
            Attribution = own[3] is null ? null : MarkOf(3),
            Inputs = [.. page.Inputs.Select(input =>
                input.Field.Kind.IsSeen || own[place++] is null ? input : input with { Value = MarkOf(place - 1) })],
        };
    }

    private static string MarkOf(int place) => $"{Unlikely}{place:D4}";

    private async Task<string> Render(Controller controller, FormPage page)
    {
        var view = views.FindView(controller.ControllerContext, "Show", isMainPage: true).EnsureSuccessful([]).View!;
        controller.ViewData.Model = page;
        if (account.Sandbox is { } sandbox)
            controller.ViewData["SandboxAddress"] = sandbox.ToString();
        await using var text = new StringWriter(InvariantCulture);
        await view.RenderAsync(new ViewContext(
            controller.ControllerContext, view, controller.ViewData, controller.TempData, text, options.Value.HtmlHelperOptions));
        return Indentation.Replace(text.ToString(), ">\n<");
    }

    /// What stands between two tags for the sake of whoever reads the view.
    [GeneratedRegex(@">\s*\n\s*<")]
    private static partial Regex Indentation { get; }

    /// What a page may depend on, beside its marks. Places: those that have a mark.
    private sealed record Sameness(
        int FormId, string Slug, int Version, FormShape Shape, ShownLook? Look, PathString PathBase, string? Sandbox, string Language,
        int IdLength, int StampLength, string Places);
}
