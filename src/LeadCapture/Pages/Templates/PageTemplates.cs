using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using LeadCapture.Deliveries;
using LeadCapture.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace LeadCapture.Pages.Templates;

/// Pages of a form that were rendered once, and what of them differs between visitors filled in.
public sealed partial class PageTemplates(
    ICompositeViewEngine views, IOptions<MvcViewOptions> options, ReplyIoAccount account, HtmlEncoder encoder) : IDisposable
{
    /// More than any number of forms takes. Where it is full, those that nobody has seen for longest make room: earlier versions, and links that
    /// somebody made up.
    private readonly MemoryCache made = new(new MemoryCacheOptions { SizeLimit = 500 });

    public TemplateValues Values() => new(encoder);

    /// The model has the marks of the values in it.
    public async Task<IActionResult> Show(
        Controller controller, string view, FormVersionShown form, object model, TemplateValues values)
    {
        var same = new Sameness(view, form, ShownLook.Of(controller.ViewData), controller.Request.PathBase, account.Sandbox?.ToString(),
            CultureInfo.CurrentUICulture.Name, values.Alike);
        if (!made.TryGetValue(same, out PageTemplate? template))
        {
            template = PageTemplate.Of(await Render(controller, view, model), values.Marks);
            made.Set(same, template, new MemoryCacheEntryOptions { Size = 1 });
        }
        return new TemplateResult(template!, values.Values);
    }

    public void Dispose() => made.Dispose();

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
