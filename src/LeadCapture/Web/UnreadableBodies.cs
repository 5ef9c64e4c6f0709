using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LeadCapture.Web;

/// A body that is too large, has too many inputs or breaks off is the sender's fault: an answer with its status, and no error in
/// the log.
public sealed class UnreadableBodies : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var status = context.Exception switch
        {
            BadHttpRequestException refused => refused.StatusCode,
            // A chunk whose size is no number of ours.
            IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest,
            InvalidDataException when context.HttpContext.Request.HasFormContentType => StatusCodes.Status413PayloadTooLarge,
            _ => 0,
        };
        if (status == 0)
            return;
        context.Result = new StatusCodeResult(status);
        context.ExceptionHandled = true;
    }
}
