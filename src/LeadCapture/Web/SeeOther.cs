using Microsoft.AspNetCore.Mvc;

namespace LeadCapture.Web;

/// 303, to an address of ours with the path that people come by, or to one of others: the answer to a post is another page, so
/// that a reload repeats nothing.
public sealed class SeeOther(string location) : ActionResult
{
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = location;
    }
}
