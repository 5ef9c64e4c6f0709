using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace LeadCapture.Web;

/// A view stands beside its controller: LeadCapture.Forms finds /Forms/{view}.cshtml, then /Shared/{view}.cshtml.
public sealed class ViewLocations : IViewLocationExpander
{
    private const string Folder = "folder";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var controller = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo;
        context.Values[Folder] = (controller?.Namespace ?? "").Replace("LeadCapture", "", StringComparison.Ordinal)
            .Replace('.', '/');
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        for (var folder = context.Values[Folder] ?? ""; folder.Length > 0; folder = folder[..folder.LastIndexOf('/')])
            yield return folder + "/{0}.cshtml";

        yield return "/Shared/{0}.cshtml";
        // The admin area shows fields and contacts as the forms do.
        yield return "/Forms/{0}.cshtml";
    }
}
