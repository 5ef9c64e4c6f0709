using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace LeadCapture.Web;

/// A view stands beside its controller: LeadCapture.Pages finds /Pages/{view}.cshtml, then /Shared/{view}.cshtml. An error page may have
/// another place.
public sealed class ViewLocations : IViewLocationExpander
{
    private const string Folder = "folder";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var controller = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo;
        context.Values[Folder] = controller == typeof(ErrorsController) && ErrorPlace.Of(context.ActionContext.HttpContext) is { } place
            ? place
            : (controller?.Namespace ?? "").Replace("LeadCapture", "", StringComparison.Ordinal).Replace('.', '/');
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        for (var folder = context.Values[Folder] ?? ""; folder.Length > 0; folder = folder[..folder.LastIndexOf('/')])
            yield return folder + "/{0}.cshtml";

        yield return "/Shared/{0}.cshtml";
    }
}
