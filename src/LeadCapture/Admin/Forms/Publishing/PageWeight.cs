using System.IO.Compression;
using System.Text;
using LeadCapture.Forms;
using LeadCapture.Forms.Themes;
using LeadCapture.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LeadCapture.Admin.Forms.Publishing;

/// How many bytes a browser waits for before a visitor can fill in a draft: page, style sheets and script, packed as servers do.
/// Pictures are left out: nobody waits for them.
public sealed class PageWeight(ICompositeViewEngine views, Looks looks, IWebHostEnvironment site)
{
    public const int Most = 25_000;

    /// What the page of every form loads.
    private static readonly string[] Files = ["css/site.css", "js/form.js"];

    public async Task<int> Of(Draft draft, Controller controller)
    {
        var theme = draft.Definition.Theme ?? await looks.Default();
        var look = theme is null ? null : await looks.OfDraft(theme);
        var weight = Packed(await Html(FormPages.Empty(draft.Shown, FormShape.Page, QueryString.Empty), look, controller))
            + (look is null ? 0 : Packed(look.Style));
        foreach (var file in Files)
            weight += Packed(await Text(file));
        return weight;
    }

    private async Task<string> Html(FormPage page, FormLook? look, Controller controller)
    {
        var view = views.GetView(null, "/Pages/Show.cshtml", isMainPage: true).EnsureSuccessful(null).View!;
        var data = new ViewDataDictionary<FormPage>(controller.MetadataProvider, new()) { Model = page };
        ShownLook.Put(data, page.Slug, look);
        await using var html = new StringWriter();
        await view.RenderAsync(new(controller.ControllerContext, view, data, controller.TempData, html, new HtmlHelperOptions()));
        return html.ToString();
    }

    private async Task<string> Text(string file)
    {
        using var reader = new StreamReader(site.WebRootFileProvider.GetFileInfo(file).CreateReadStream());
        return await reader.ReadToEndAsync();
    }

    private static int Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(Encoding.UTF8.GetBytes(text));
        return (int)packed.Length;
    }
}
