using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LeadCapture.Admin;

/// A posted input that is named like a part of the address never stands in its place.
[AttributeUsage(AttributeTargets.Class)]
public sealed class RouteValuesFirstAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var sources = context.ValueProviderFactories;
        var route = sources.OfType<RouteValueProviderFactory>().First();
        sources.Remove(route);
        sources.Insert(0, route);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
