using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using LeadCapture.Deliveries;
using LeadCapture.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.Options;

namespace LeadCapture.Pages.Templates;

/// The pages of forms that show nothing of anybody: the same for every visitor but for ids, stamp, and how the visitor came.
public sealed class FormTemplates(ICompositeViewEngine views, IOptions<MvcViewOptions> options, ReplyIoAccount account, HtmlEncoder encoder)
{
    /// Beyond any number of forms; versions that are no longer shown go with the rest.
    private const int Most = 500;

    private static readonly string[] Marks = [.. Enumerable.Range(0, 4).Select(_ => $"mark{Guid.NewGuid():N}")];
    private readonly ConcurrentDictionary<Sameness, PageTemplate> made = new();

    /// Look: null: the form's own is the plain one.
    public async Task<IActionResult> Show(Controller controller, FormPage page)
    {
        var look = ShownLook.Of(controller.ViewData);
        byte[][] values =
            [Encoded(page.SubmissionId), Encoded(page.Traces.Stamp), Encoded(page.Page), Encoded(page.Attribution ?? "")];
        var same = new Sameness(
            page.Slug, page.Version, page.Shape, look, controller.Request.PathBase, account.Sandbox?.ToString(), CultureInfo.CurrentUICulture.Name,
            values[0].Length, values[1].Length, values[2].Length > 0, page.Attribution is not null);
        if (!made.TryGetValue(same, out var template))
        {
            if (made.Count >= Most)
                made.Clear();
            Mark[] marks = [new(Marks[0], values[0].Length), new(Marks[1], values[1].Length), new(Marks[2]), new(Marks[3])];
            template = made[same] = PageTemplate.Of(await Render(controller, Marked(page)), marks);
        }
        return new TemplateResult(template, values);
    }

    private static FormPage Marked(FormPage page) => page with
    {
        SubmissionId = Marks[0],
        Traces = page.Traces.Stamp.Length > 0 ? page.Traces with { Stamp = Marks[1] } : page.Traces,
        Page = page.Page == "" ? "" : Marks[2],
        Attribution = page.Attribution is null ? null : Marks[3],
    };

    private byte[] Encoded(string value) => Encoding.UTF8.GetBytes(encoder.Encode(value));

    private async Task<string> Render(Controller controller, FormPage page)
    {
        var view = views.FindView(controller.ControllerContext, "Show", isMainPage: true).EnsureSuccessful([]).View!;
        controller.ViewData.Model = page;
        if (account.Sandbox is { } sandbox)
            controller.ViewData["SandboxAddress"] = sandbox.ToString();
        await using var text = new StringWriter(InvariantCulture);
        await view.RenderAsync(new ViewContext(
            controller.ControllerContext, view, controller.ViewData, controller.TempData, text, options.Value.HtmlHelperOptions));
        return text.ToString();
    }

    /// What a page may depend on, beside its marks.
    private sealed record Sameness(
        string Slug, int Version, FormShape Shape, ShownLook? Look, PathString PathBase, string? Sandbox, string Language,
        int IdLength, int StampLength, bool HasPage, bool HasAttribution);
}
