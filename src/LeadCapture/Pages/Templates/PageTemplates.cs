using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using LeadCapture.Deliveries;
using LeadCapture.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.Options;

namespace LeadCapture.Pages.Templates;

/// Pages of a form that were rendered once, and what of them differs between visitors filled in.
public sealed partial class PageTemplates(
    ICompositeViewEngine views, IOptions<MvcViewOptions> options, ReplyIoAccount account, HtmlEncoder encoder)
{
    /// Beyond any number of forms; versions that are no longer shown go with the rest.
    private const int Most = 500;

    private readonly ConcurrentDictionary<Sameness, PageTemplate> made = new();

    public TemplateValues Values() => new(encoder);

    /// The model has the marks of the values in it.
    public async Task<IActionResult> Show(
        Controller controller, string view, FormVersionShown form, object model, TemplateValues values)
    {
        var same = new Sameness(view, form, ShownLook.Of(controller.ViewData), controller.Request.PathBase, account.Sandbox?.ToString(),
            CultureInfo.CurrentUICulture.Name, values.Alike);
        if (!made.TryGetValue(same, out var template))
        {
            if (made.Count >= Most)
                made.Clear();
            template = made[same] = PageTemplate.Of(await Render(controller, view, model), values.Marks);
        }
        return new TemplateResult(template, values.Values);
    }

    private async Task<string> Render(Controller controller, string name, object model)
    {
        var view = views.FindView(controller.ControllerContext, name, isMainPage: true).EnsureSuccessful([]).View!;
        controller.ViewData.Model = model;
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

    /// What a page may depend on, beside its values.
    private sealed record Sameness(
        string View, FormVersionShown Form, ShownLook? Look, PathString PathBase, string? Sandbox, string Language, string Values);
}

public readonly record struct FormVersionShown(int FormId, string Slug, int Version, FormShape Shape);
