using LeadCapture.Deliveries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LeadCapture.Web;

/// While nothing reaches the real Reply.io, every page says so.
public sealed class SandboxNotice(ReplyIoAccount account) : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is ViewResult view && account.Sandbox is { } address)
            view.ViewData["SandboxAddress"] = address.ToString();
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
