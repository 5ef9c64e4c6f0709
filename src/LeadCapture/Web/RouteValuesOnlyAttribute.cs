using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LeadCapture.Web;

/// Parameters of an action come from its route alone. Otherwise a posted input or a query named like one (slug, status, shape)
/// would stand in its place, and a body that cannot be read would leave all of them empty.
[AttributeUsage(AttributeTargets.Class)]
public sealed class RouteValuesOnlyAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.Clear();
        context.ValueProviderFactories.Add(new RouteValueProviderFactory());
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
