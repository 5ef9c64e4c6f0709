namespace LeadCapture.Web;

/// The folder whose error page somebody sees in the place of that for visitors; who has signed in there stays there.
public sealed record ErrorPlace(string Folder)
{
    public static void Set(HttpContext context, string folder) => context.Features.Set(new ErrorPlace(folder));

    public static string? Of(HttpContext context) => context.Features.Get<ErrorPlace>()?.Folder;
}
