namespace LeadCapture.Web;

/// What a visitor reads when a page cannot be shown.
public sealed record ErrorPage(int Status, string Title, string Text, string? RequestId)
{
    public static ErrorPage Of(int status, string? requestId = null)
    {
        var (title, text) = status switch
        {
            400 => ("We could not read that", "Go back, check what you entered, and try again."),
            403 => ("You don't have access to this page", "If you need access, ask an admin."),
            404 => ("Page not found",
                "Check the address. If you followed a link or scanned a code, ask the person who gave it to you for a new one."),
            405 => ("This action isn't available here", "Go back, and try again from there."),
            413 => ("That was too much data", "Go back, shorten your answers or choose a smaller file, and try again."),
            415 => ("We could not read that format", "Open the form in your browser and send it from there."),
            429 => ("Too many submissions",
                "Many forms came from your network just now. Wait a minute, then go back and submit yours again."),
            503 => ("Temporarily unavailable", "The service is starting or under maintenance. Wait a minute, then try again."),
            >= 500 => ("Something went wrong on our side",
                "Go back and try again in a moment. A form that was already saved is not saved twice."),
            _ => ("This page can't be shown", "Go back and try again."),
        };

        return new ErrorPage(status, title, text, requestId);
    }
}
