using LeadCapture.Web;
using Microsoft.AspNetCore.Authentication;

namespace LeadCapture.Admin.Access;

/// What went wrong on the way to the provider and back, for the log and for who stands before it. What the provider wrote may
/// name people: only its code is logged.
internal static partial class OpenIdFailures
{
    private const int LongestCode = 40;

    public static Task Explain(RemoteFailureContext context)
    {
        var fault = context.Failure;
        var problem = ProblemOf(fault);
        Note(context.HttpContext, problem, fault);
        context.Response.Redirect(context.HttpContext.To(AccessRoutes.OpenIdProblem, new { why = problem }));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public static OpenIdProblem ProblemOf(Exception? fault) => fault switch
    {
        _ when CodeOf(fault) == "access_denied" => OpenIdProblem.Cancelled,
        HttpRequestException or IOException or TaskCanceledException => OpenIdProblem.Down,
        { InnerException: { } inner } => ProblemOf(inner),
        // State or its cookie: over, used up, from another browser, or not ours.
        AuthenticationFailureException => OpenIdProblem.Late,
        _ => OpenIdProblem.Wrong,
    };

    public static void Note(HttpContext context, OpenIdProblem problem, Exception? fault) => Failed(
        context.RequestServices.GetRequiredService<ILogger<OpenIdController>>(), problem, CodeOf(fault));

    /// Such as invalid_client, IDX10214, or the kind of exception.
    private static string CodeOf(Exception? fault)
    {
        var code = fault?.Data["error"] as string ?? fault?.Message.Split(':')[0] ?? "";
        return code.Length is > 0 and <= LongestCode && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? code : fault?.GetType().Name ?? "none";
    }

    [LoggerMessage(LogLevel.Warning, "Sign-in by OpenID Connect failed: {Problem} ({Code})")]
    private static partial void Failed(ILogger logger, OpenIdProblem problem, string code);
}
